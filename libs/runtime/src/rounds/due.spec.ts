import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { dueAt, isOwed, lastDue } from './due.js';

const today = localDate('2026-11-20');

describe('A round at two in the morning in Jakarta', () => {
  it.each([
    ['2026-11-19T18:59:59Z', '2026-11-19'],
    ['2026-11-19T19:00:00Z', '2026-11-20'],
    ['2026-11-20T18:59:59Z', '2026-11-20'],
  ])('was due at %s for %s', (now, day) => {
    expect(lastDue(instant(now), 2)).toBe(day);
  });

  it('is due at seven in the evening of the day before, UTC', () => {
    expect(Date.parse(dueAt(today, 2))).toBe(Date.parse('2026-11-19T19:00:00Z'));
  });

  it('is owed until it ended, also after the hour', () => {
    const of = { hour: 2, startedAt: instant('2026-11-20T05:00:00Z') };
    expect(isOwed(today, { day: localDate('2026-11-19'), isEnded: true }, of)).toBe(true);
    expect(isOwed(today, { day: today, isEnded: false }, of)).toBe(true);
    expect(isOwed(today, { day: today, isEnded: true }, of)).toBe(false);
    expect(isOwed(today, { day: localDate('2026-11-21'), isEnded: false }, of)).toBe(false);
  });

  it('that is the first one is not owed for an hour before the start', () => {
    expect(isOwed(today, undefined, { hour: 2, startedAt: instant('2026-11-19T19:00:01Z') })).toBe(false);
    expect(isOwed(today, undefined, { hour: 2, startedAt: instant('2026-11-19T18:59:59Z') })).toBe(true);
  });
});
