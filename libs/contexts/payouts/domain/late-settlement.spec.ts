import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { compensateLateness } from './compensate-lateness.js';
import { lateness } from './lateness.js';
import { confirmSettlement, refuseSettlement } from './late-settlement.js';
import {
  MARCH_13,
  PARTICIPANT_ID,
  PAYOUT_ID,
  accepted,
  instructed,
  ordered,
  returned,
  toTheHeir,
} from './payout.examples.js';
import type { LateSettlementEntered } from './late-settlement.events.js';
import type { PayoutEvent, PayoutSettled } from './payout.events.js';
import { payoutSteps } from './payout-steps.js';
import { payouts } from './payout.js';
import { settlePayout } from './settle-payout.js';

const given = decisionSpec(payouts);
const { amountIdr } = toTheHeir;
const history = [ordered(), instructed(MARCH_13), accepted(MARCH_13)];
/** The last day in time was 16 March. */
const [MARCH_16, MARCH_23, APRIL_20] = ['2026-03-16', '2026-03-23', '2026-04-20'].map(localDate) as [
  ReturnType<typeof localDate>,
  ReturnType<typeof localDate>,
  ReturnType<typeof localDate>,
];
const by = (id: string, today = APRIL_20) =>
  testContext({ today, actor: { ...testContext().actor, id, roles: ['finance'] } });
const entered: LateSettlementEntered = {
  type: 'LateSettlementEntered',
  data: {
    payoutId: PAYOUT_ID,
    participantId: PARTICIPANT_ID,
    bankReference: 'BANK-1',
    amountIdr,
    settledOn: MARCH_16,
    entererId: 'first',
    effectiveOn: APRIL_20,
  },
};
const settled: PayoutSettled = {
  type: 'PayoutSettled',
  data: {
    payoutId: PAYOUT_ID,
    bankReference: 'BANK-1',
    amountIdr,
    settledOn: MARCH_16,
    effectiveOn: MARCH_16,
  },
};
const refused: PayoutEvent = {
  type: 'LateSettlementRefused',
  data: {
    payoutId: PAYOUT_ID,
    participantId: PARTICIPANT_ID,
    reason: 'DAY_NOT_SHOWN',
    refuserId: 'second',
    effectiveOn: APRIL_20,
  },
};
const settling = (context: ReturnType<typeof by>, on = MARCH_16) =>
  ((state) =>
    settlePayout({ payoutId: PAYOUT_ID, bankReference: 'BANK-1', on, amountIdr }, state, context)) satisfies (
    state: Parameters<typeof settlePayout>[1],
  ) => readonly PayoutEvent[];
const confirming = (id: string) => (state: Parameters<typeof confirmSettlement>[1]) =>
  confirmSettlement({ payoutId: PAYOUT_ID }, state, by(id));
const refusing = (id: string) => (state: Parameters<typeof confirmSettlement>[1]) =>
  refuseSettlement({ payoutId: PAYOUT_ID, reason: 'DAY_NOT_SHOWN' }, state, by(id));

describe('Money that arrived, as somebody says more than seven days later', () => {
  it('has arrived once a second person confirms the day; within seven days one person says so', () => {
    given(history)
      .when(settling(by('first', MARCH_23)))
      .thenRecorded([settled]);
    given(history)
      .when(settling(by('first', localDate('2026-03-24'))))
      .thenRecorded([{ ...entered, data: { ...entered.data, effectiveOn: localDate('2026-03-24') } }]);
    given([...history, entered])
      .when(settling(by('first')))
      .thenNothing();
    given([...history, entered])
      .when(confirming('first'))
      .thenRejected('ENTERED_BY_YOU');
    given([...history, entered])
      .when(confirming('second'))
      .thenRecorded([settled]);
  });

  it('is refused by the second person or taken back by the first, and entered anew', () => {
    given([...history, entered])
      .when(refusing('second'))
      .thenRecorded([refused]);
    given([...history, entered, refused])
      .when(confirming('third'))
      .thenRejected('NO_SETTLEMENT_ENTERED');
    given([...history, entered, refused])
      .when(settling(by('second', APRIL_20), APRIL_20))
      .thenRecorded([{ ...settled, data: { ...settled.data, settledOn: APRIL_20, effectiveOn: APRIL_20 } }]);
    given([...history, entered, returned(APRIL_20)])
      .when(confirming('second'))
      .thenRejected('NO_SETTLEMENT_ENTERED');
  });

  it('hides no delay: what that owes is found only by a day that two have said', () => {
    const found = (events: readonly PayoutEvent[]) =>
      compensateLateness({ payoutId: PAYOUT_ID }, fold(lateness, events), by('process'));
    expect(fold(lateness, [...history, entered]).settledOn).toBeUndefined();
    expect(found([...history, entered])).toEqual([]);
    const onTheDay = { ...settled, data: { ...settled.data, settledOn: APRIL_20 } };
    expect(found([...history, entered, refused, onTheDay])).toMatchObject([{ data: { daysLate: 35 } }]);
  });

  it('is on the clock until then, for somebody else than who entered it', () => {
    expect(fold(payoutSteps, [...history, entered]).expected).toMatchObject({
      step: 'CONFIRM_SETTLEMENT',
      turn: 'FINANCE',
      dueDays: ['2026-05-04'],
      notBy: ['first'],
    });
    expect(fold(payoutSteps, [...history, entered, refused]).expected).toMatchObject({ step: 'AWAIT_BANK' });
    expect(fold(payoutSteps, [...history, entered, settled]).expected).toBeUndefined();
  });
});
