import { describe, expect, it } from '@jest/globals';
import { type ExpectedStep, fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { DeadlineEvent } from './deadline.events.js';
import { deadlines } from './deadline.js';
import { passDeadline } from './pass-deadline.js';

const given = decisionSpec(deadlines);

const INPUT = {
  deadlineId: 'd0000000-0000-5000-8000-000000000001',
  kind: 'CLAIM',
  subjectId: '5f0c7f0e-1111-5000-8000-000000000001',
  slot: 'claim',
} as const;

const since = localDate('2026-11-02');

/** Whoever claims is reminded twice, and then it is over. */
const expected: ExpectedStep = {
  step: 'ADD_DOCUMENTS',
  turn: 'CLAIMANT',
  since,
  dueDays: [localDate('2026-11-16'), localDate('2026-12-02'), localDate('2027-01-01')],
};

const passed = (dueOn: string, effectiveOn: string, nextDueOn?: string): DeadlineEvent => ({
  type: 'DeadlinePassed',
  data: {
    deadlineId: INPUT.deadlineId,
    subject: { kind: 'CLAIM', id: INPUT.subjectId },
    step: 'ADD_DOCUMENTS',
    turn: 'CLAIMANT',
    since,
    dueOn: localDate(dueOn),
    ...(nextDueOn && { nextDueOn: localDate(nextDueOn) }),
    effectiveOn: localDate(effectiveOn),
  },
});

const on = (today: string) => testContext({ today: localDate(today) });
const FIRST = passed('2026-11-16', '2026-11-17', '2026-12-02');

describe('A deadline', () => {
  it('is not passed on its last day', () => {
    given()
      .when((state) => passDeadline(INPUT, state, on('2026-11-16'), { expected }))
      .thenNothing();
  });

  it('is passed the day after, and tells when it is told again', () => {
    given()
      .when((state) => passDeadline(INPUT, state, on('2026-11-17'), { expected }))
      .thenRecorded([FIRST]);
  });

  it('that is given up by itself is late first, and says so with its last day', () => {
    const toBeSigned: ExpectedStep = {
      ...expected,
      dueDays: [localDate('2026-11-16')],
      lapsesAfter: localDate('2026-12-02'),
    };
    const input = { ...INPUT, within: 'f0000000-0000-5000-8000-000000000001' };
    const look = (today: string) => (state: Parameters<typeof passDeadline>[1]) =>
      passDeadline(input, state, on(today), { expected: toBeSigned });
    const [late] = look('2026-11-17')(deadlines.initial);
    expect(late?.data).toMatchObject({ within: input.within, dueOn: '2026-11-16', nextDueOn: '2026-12-02' });
    expect(late?.data.lapses).toBeUndefined();
    const [lapsed] = look('2026-12-03')(fold(deadlines, [late!]));
    expect(lapsed?.data).toMatchObject({ dueOn: '2026-12-02', lapses: true, effectiveOn: '2026-12-03' });
    given([late!, lapsed!]).when(look('2026-12-04')).thenNothing();
  });

  it('is passed once for each of its days', () => {
    given([FIRST])
      .when((state) => passDeadline(INPUT, state, on('2026-11-20'), { expected }))
      .thenNothing();
    given([FIRST])
      .when((state) => passDeadline(INPUT, state, on('2027-02-01'), { expected }))
      .thenRecorded([passed('2026-12-02', '2026-12-03', '2027-01-01'), passed('2027-01-01', '2027-01-02')]);
  });

  it('is nothing once the step was taken', () => {
    given()
      .when((state) => passDeadline(INPUT, state, on('2027-02-01'), {}))
      .thenNothing();
  });

  it('begins anew with another step, or the same one since another day', () => {
    const again = { ...expected, since: localDate('2026-11-10') };
    given([FIRST])
      .when((state) => passDeadline(INPUT, state, on('2026-11-17'), { expected: again }))
      .thenRecorded([{ ...FIRST, data: { ...FIRST.data, since: localDate('2026-11-10') } }]);
  });
});
