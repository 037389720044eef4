import { describe, expect, it } from '@jest/globals';
import { type LocalDate, fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from './calculate-benefit.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT, coverage, jkkFacts } from './claim.examples.js';
import type { ClaimResumed } from './arrears.events.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import { denyClaim } from './deny-claim.js';
import { noteReceipts } from './note-receipts.js';

const given = decisionSpec(claimsAfterApproval);

/** The accident was on 20 August 2026: the right lapses with 20 August 2031. */
const ACCIDENT_DAY = localDate('2026-08-20');
const arrears = [{ period: period('2026-08'), amountIdr: rupiah(8_400), isPaid: false }];
const UNPAID = jkkFacts({}, { coverageAtEvent: coverage('2026-05', 3, ACCIDENT_DAY), arrears });
const settledOn = (day: string) =>
  jkkFacts({}, { coverageAtEvent: coverage('2026-05', 4, ACCIDENT_DAY), arrearsSettledOn: localDate(day) });

const on = (today: string) => testContext({ today: localDate(today) });
const heldOn = (day: string): readonly ClaimEvent[] => {
  const known = [JKK_SUBMITTED, COMPLETED];
  return [...known, ...calculateBenefit({ claimId: CLAIM }, fold(claims, known), on(day), UNPAID)];
};
const denied = (history: readonly ClaimEvent[]): readonly ClaimEvent[] => [
  ...history,
  ...denyClaim(
    { claimId: CLAIM },
    fold(claims, history),
    testContext({ today: localDate('2027-03-01'), actor: { ...testContext().actor, id: 'second' } }),
    UNPAID,
  ),
];
const note =
  (today: string, basis = UNPAID) =>
  (state: ClaimAfterApproval) =>
    noteReceipts({ claimId: CLAIM }, state, on(today), basis);

const resumed = (resumedOn: string, payBy: string, today = resumedOn): ClaimResumed => ({
  type: 'ClaimResumed',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    resumedOn: localDate(resumedOn),
    payBy: localDate(payBy),
    effectiveOn: localDate(today),
  },
});

describe('a claim whose arrears are paid (Q-1, rules 8 and 11)', () => {
  it('goes on with the last receipt, and has to be paid as many working days later as it was held', () => {
    // Complete on Friday 20 November, due on 1 December; held from Monday to Wednesday.
    given(heldOn('2026-11-23'))
      .when(note('2026-11-25', settledOn('2026-11-25')))
      .thenRecorded([resumed('2026-11-25', '2026-12-03')]);
    expect(fold(claims, [...heldOn('2026-11-23'), resumed('2026-11-25', '2026-12-03')])).toMatchObject({
      situation: 'COMPLETE',
      payBy: '2026-12-03',
    });
  });

  it('is as late afterwards as it was before it was held, also over a weekend', () => {
    given(heldOn('2026-12-04'))
      .when(note('2026-12-07', settledOn('2026-12-07')))
      .thenRecorded([resumed('2026-12-07', '2026-12-04')]);
  });

  it('gets no day more for the time after the last receipt, in which it waited for nobody but the office', () => {
    given(heldOn('2026-11-23'))
      .when(note('2026-12-10', settledOn('2026-11-25')))
      .thenRecorded([resumed('2026-11-25', '2026-12-03', '2026-12-10')]);
  });

  it('gets no day more where the money had come before it was held', () => {
    given(heldOn('2026-11-23'))
      .when(note('2026-11-24', settledOn('2026-11-20')))
      .thenRecorded([resumed('2026-11-20', '2026-12-01', '2026-11-24')]);
  });

  it('stands still since the first day, however often it is looked at meanwhile', () => {
    const again = calculateBenefit(
      { claimId: CLAIM },
      fold(claims, heldOn('2026-11-23')),
      on('2026-11-24'),
      UNPAID,
    );
    given([...heldOn('2026-11-23'), ...again])
      .when(note('2026-11-25', settledOn('2026-11-25')))
      .thenRecorded([resumed('2026-11-25', '2026-12-03')]);
  });

  it('goes on where a receipt was recorded that had come in time: nothing was in arrears, and nothing is waited for', () => {
    given(heldOn('2026-11-23'))
      .when(note('2026-11-25', jkkFacts()))
      .thenRecorded([resumed('2026-11-25', '2026-12-03')]);
  });

  it('goes on waiting while a month is unpaid, and once: nothing is said twice', () => {
    given(heldOn('2026-11-23')).when(note('2026-11-25')).thenNothing();
    given([...heldOn('2026-11-23'), resumed('2026-11-25', '2026-12-03')])
      .when(note('2026-11-25', settledOn('2026-11-25')))
      .thenNothing();
    given([JKK_SUBMITTED, COMPLETED])
      .when(note('2026-11-25', settledOn('2026-11-25')))
      .thenNothing();
  });

  it('is reopened when it was denied for them, within the time in which the right does not lapse', () => {
    const history = denied(heldOn('2026-11-23'));
    given(history).when(note('2031-08-20')).thenNothing();
    const day: LocalDate = localDate('2031-08-20');
    const [event] = noteReceipts(
      { claimId: CLAIM },
      fold(claimsAfterApproval, history),
      on(day),
      settledOn(day),
    );
    expect(event).toMatchObject({ type: 'ClaimResumed', data: { resumedOn: day } });
    // Entered later, but paid in time: the day of the receipt counts.
    expect(
      noteReceipts({ claimId: CLAIM }, fold(claimsAfterApproval, history), on('2031-09-30'), settledOn(day)),
    ).toHaveLength(1);
    for (const decide of [
      note('2031-08-21', settledOn('2031-08-21')),
      ({ claim }: ClaimAfterApproval) =>
        calculateBenefit({ claimId: CLAIM }, claim, on('2031-08-21'), settledOn('2031-08-21')),
    ])
      given(history).when(decide).thenRejected('RIGHT_LAPSED');
  });

  it('held by an earlier release, which said no first day, gets its whole time again', () => {
    const old = heldOn('2026-11-23').map((event): ClaimEvent => {
      if (event.type !== 'ClaimHeld') return event;
      const { heldSince: _unsaid, ...data } = event.data;
      return { ...event, data };
    });
    given(old)
      .when(note('2026-12-07', settledOn('2026-12-07')))
      .thenRecorded([resumed('2026-12-07', '2026-12-16')]);
  });
});
