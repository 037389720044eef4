import { describe, expect, it } from '@jest/globals';
import { instant } from '#kernel';
import { turnAfter } from './turns.js';

const recordedAt = instant('2026-11-20T03:15:00Z');
const NOW = Date.parse(recordedAt) + 20;

describe('The turn after a batch', () => {
  const after = (events: number, sinceLastMs: number, { isFull = false, isHeldUp = false, now = NOW } = {}) =>
    turnAfter({ events, recordedAt, isFull, isHeldUp }, now, sinceLastMs);

  it('is none for an event that comes after a while, so that it is read at once', () => {
    expect(after(1, 5_000)).toBe(0);
    expect(after(5, 100)).toBe(0);
  });

  it('is short while single events keep coming', () => {
    expect(after(1, 3)).toBe(25);
    expect(after(3, 20)).toBe(25);
  });

  it.each([
    ['500', 25, 50, 50],
    ['1,000', 50, 50, 100],
    ['1,500', 225, 150, 150],
    ['3,000', 600, 200, 200],
    ['5,000', 1_000, 200, 200],
  ])('grows with what is recorded: at %s events a second', (_rate, events, sinceLastMs, turnMs) => {
    expect(after(events, sinceLastMs)).toBe(turnMs);
  });

  it.each([
    ['100', 100, 1_000, 50],
    ['1,000', 500, 500, 500],
    ['3,000', 600, 200, 750],
  ])(
    'is longer where somebody had not taken what came before: at %s events a second',
    (_rate, events, sinceLastMs, turnMs) => {
      expect(after(events, sinceLastMs, { isHeldUp: true })).toBe(turnMs);
    },
  );

  it('is none for who catches up: the batch is full, or of events that were recorded longer ago', () => {
    expect(after(1_024, 10, { isFull: true })).toBe(0);
    expect(after(64, 10, { now: NOW + 1_000 })).toBe(0);
    expect(after(3, 10, { now: NOW + 1_000 })).toBe(25);
  });
});
