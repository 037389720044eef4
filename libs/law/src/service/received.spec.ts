import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { countedFrom } from './received.js';

const receivedAt = (day: string, moment: string) =>
  countedFrom({ today: localDate(day), issuedAt: instant(moment) });

describe('Day 0 of what is received', () => {
  it('is the day itself until 16:00 in Jakarta', () => {
    expect(receivedAt('2026-11-17', '2026-11-17T01:00:00Z')).toBe('2026-11-17');
    expect(receivedAt('2026-11-17', '2026-11-17T09:00:00.000Z')).toBe('2026-11-17');
    // A day on which nobody works counts none.
    expect(receivedAt('2026-11-21', '2026-11-21T01:00:00Z')).toBe('2026-11-21');
  });

  it('is the next working day after that', () => {
    expect(receivedAt('2026-11-17', '2026-11-17T09:00:00.001Z')).toBe('2026-11-18');
    expect(receivedAt('2026-11-20', '2026-11-20T10:30:00Z')).toBe('2026-11-23');
    // Christmas, and a weekend.
    expect(receivedAt('2026-12-23', '2026-12-23T16:59:00Z')).toBe('2026-12-28');
  });
});
