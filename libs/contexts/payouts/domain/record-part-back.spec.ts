import { describe, expect, it } from '@jest/globals';
import { addDays, fold, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { PayoutEvent } from './payout.events.js';
import {
  MARCH_13,
  MARCH_14,
  PARTICIPANT_ID,
  PAYOUT_ID,
  TOMORROW,
  accepted,
  instructed,
  ordered,
  settled,
  toTheHeir,
  toThePlkk,
} from './payout.examples.js';
import { payoutSteps } from './payout-steps.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';
import { recordMoneyBack } from './record-money-back.js';
import { type RecordPartBackInput, recordPartBack } from './record-part-back.js';

const given = decisionSpec(payouts);
const paid = [ordered(), instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_14)];
const MARCH_20 = addDays(MARCH_14, 6);
const { amountIdr: paidIdr } = toTheHeir;

const said: RecordPartBackInput = {
  payoutId: PAYOUT_ID,
  from: 'PAYEE',
  bankReference: 'BANK-R-1',
  on: MARCH_20,
  amountIdr: rupiah(2_000_000),
  reference: 'BA/10/2026',
};
const record =
  (changes: Partial<RecordPartBackInput> = {}) =>
  (state: PayoutState) =>
    recordPartBack({ ...said, ...changes }, state, testContext());
const after = (...changes: readonly Partial<RecordPartBackInput>[]) =>
  changes.reduce<readonly PayoutEvent[]>(
    (history, one) => [...history, ...record(one)(fold(payouts, history))],
    paid,
  );

const askedBack: Extract<PayoutEvent, { type: 'PaymentAskedBack' }> = {
  type: 'PaymentAskedBack',
  data: {
    payoutId: PAYOUT_ID,
    participantId: PARTICIPANT_ID,
    claimId: 'claim-id',
    amountIdr: paidIdr,
    findingId: 'withdrawal',
    finderId: 'ani',
    effectiveOn: MARCH_14,
  },
};

describe('A part of a payment that came back after it had arrived', () => {
  it('leaves the payment as it stands, and is not paid again', () => {
    const history = after({});
    expect(history.at(-1)).toMatchObject({ type: 'PayoutPartReturned', data: { amountIdr: 2_000_000 } });
    expect(fold(payouts, history).situation).toBe('SETTLED');
    expect(fold(payoutSteps, history).expected).toBeUndefined();
  });

  it('is recorded once, and says what the payee keeps wrongly', () => {
    const history = after({ keptIdr: rupiah(500_000) });
    expect(history.at(-1)).toMatchObject({ data: { keptIdr: 500_000, source: toTheHeir.source } });
    given(history).when(record()).thenNothing();
  });

  it('is no part of what is owed back already, by how its claim ended', () => {
    const history = [...paid, askedBack];
    given(history).when(record()).thenRejected('OWED_AS_RECEIVABLE');
    given(history)
      .when((state) =>
        recordMoneyBack({ ...said, amountIdr: paidIdr, reason: 'NOT_OWED' }, state, testContext()),
      )
      .thenRejected('OWED_AS_RECEIVABLE');
    const left = { ...askedBack, data: { ...askedBack.data, amountIdr: rupiah(paidIdr - said.amountIdr) } };
    given([...paid, left])
      .when(record({ amountIdr: rupiah(said.amountIdr + 1) }))
      .thenRejected('MORE_THAN_IS_LEFT');
    given([...paid, left])
      .when(record())
      .thenRecorded([expect.objectContaining({ type: 'PayoutPartReturned' }) as unknown as PayoutEvent]);
  });

  it('is no part of what was found not to be due, while that is not asked back yet', () => {
    const { type: _asked, data } = askedBack;
    given([...paid, { type: 'PaymentNotDue', data }])
      .when(record({ keptIdr: rupiah(500_000) }))
      .thenRejected('MORE_THAN_IS_LEFT');
  });

  it('is what comes in beside what is owed: the whole payment cannot come back any more', () => {
    const part = { ...askedBack, data: { ...askedBack.data, amountIdr: said.amountIdr } };
    given([...paid, part])
      .when((state) =>
        recordMoneyBack({ ...said, amountIdr: paidIdr, reason: 'NOT_OWED' }, state, testContext()),
      )
      .thenRejected('OWED_AS_RECEIVABLE');
  });

  it('comes with others up to what was paid, and no more', () => {
    const rest = rupiah(paidIdr - 2_500_000);
    const history = after({ keptIdr: rupiah(500_000) });
    const other = { bankReference: 'BANK-R-2' };
    given(history)
      .when(record({ ...other, amountIdr: rest, keptIdr: rupiah(1) }))
      .thenRejected('MORE_THAN_IS_LEFT');
    expect(record({ ...other, amountIdr: rest })(fold(payouts, history))).toHaveLength(1);
  });

  it.each<[string, readonly PayoutEvent[], Partial<RecordPartBackInput>, string]>([
    ['before it has arrived', paid.slice(0, 3), {}, 'NOT_SETTLED'],
    ['of no payment', [], {}, 'PAYOUT_NOT_FOUND'],
    ['on a day to come', paid, { on: TOMORROW }, 'RESULT_IN_FUTURE'],
    ['before it has arrived, by its day', paid, { on: MARCH_13 }, 'DATES_OUT_OF_ORDER'],
    ['as the whole of it', paid, { amountIdr: paidIdr }, 'WHOLE_CAME_BACK'],
    ['of more than was paid', paid, { amountIdr: rupiah(paidIdr + 1) }, 'MORE_THAN_IS_LEFT'],
    [
      'of a facility that keeps something',
      [ordered(toThePlkk), ...paid.slice(1)],
      { amountIdr: rupiah(1), keptIdr: rupiah(1) },
      'KEPT_WITHOUT_RECEIVABLE',
    ],
  ])('is not recorded %s', (_when, history, changes, code) => {
    given(history).when(record(changes)).thenRejected(code);
  });

  it('lets the payment come back as a whole no more', () => {
    const whole = { ...said, bankReference: 'BANK-R-3', reason: 'NOT_OWED', amountIdr: paidIdr } as const;
    given(after({}))
      .when((state) => recordMoneyBack(whole, state, testContext()))
      .thenRejected('PART_CAME_BACK_BEFORE');
  });
});
