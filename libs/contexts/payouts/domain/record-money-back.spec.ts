import { describe, expect, it } from '@jest/globals';
import { type EventOf, addDays, fold, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { type CancelPayoutInput, cancelPayout } from './cancel-payout.js';
import { compensateLateness } from './compensate-lateness.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { instructPayout } from './instruct-payout.js';
import { lateness } from './lateness.js';
import type { PayoutEvent, PayoutSource } from './payout.events.js';
import {
  MARCH_13,
  MARCH_14,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  TOMORROW,
  accepted,
  cameBack,
  confirmed,
  corrected,
  instructed,
  ordered,
  settled,
  toThePlkk,
  toTheHeir,
} from './payout.examples.js';
import { payoutSteps } from './payout-steps.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';
import { type RecordMoneyBackInput, recordMoneyBack } from './record-money-back.js';
import { returnPayout } from './return-payout.js';
import { settlePayout } from './settle-payout.js';

const given = decisionSpec(payouts);
const paid = [ordered(), instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_14)];
const MARCH_20 = addDays(MARCH_14, 6);
const back = [...paid, cameBack(MARCH_20)];
const { today, actor } = testContext();
const somebodyElse = testContext({ actor: { ...actor, id: 'second' } });

const said: RecordMoneyBackInput = {
  payoutId: PAYOUT_ID,
  from: 'BANK',
  reason: 'ACCOUNT_CLOSED',
  bankReference: 'BANK-R-1',
  on: MARCH_20,
  amountIdr: toTheHeir.amountIdr,
  reference: 'BA/9/2026',
};
const record =
  (changes: Partial<RecordMoneyBackInput> = {}) =>
  (state: PayoutState) =>
    recordMoneyBack({ ...said, ...changes }, state, testContext());

const settle =
  (bankReference: string, on = today) =>
  (state: PayoutState) =>
    settlePayout(
      { payoutId: PAYOUT_ID, bankReference, on, amountIdr: toTheHeir.amountIdr },
      state,
      somebodyElse,
    );

describe('Money that came back after it had arrived', () => {
  it('is recorded, with the reference of the bank and the paper that shows it', () => {
    given(paid)
      .when(record())
      .thenRecorded([cameBack(MARCH_20)]);
  });

  it('is recorded once', () => {
    given(back).when(record()).thenNothing();
    given(back)
      .when(record({ bankReference: 'BANK-R-2' }))
      .thenRejected('NOT_SETTLED');
  });

  it.each([
    ['before it has arrived', paid.slice(0, 3), {}, 'NOT_SETTLED'],
    ['of no payment', [], {}, 'PAYOUT_NOT_FOUND'],
    ['on a day to come', paid, { on: TOMORROW }, 'RESULT_IN_FUTURE'],
    ['before it has arrived, by its day', paid, { on: MARCH_13 }, 'DATES_OUT_OF_ORDER'],
    ['as a part of it', paid, { amountIdr: rupiah(1) }, 'PART_CAME_BACK'],
  ])('is refused %s', (_when, history: readonly PayoutEvent[], changes, code) => {
    given(history).when(record(changes)).thenRejected(code);
  });

  const asked: PayoutEvent = {
    type: 'PaymentAskedBack',
    data: {
      payoutId: PAYOUT_ID,
      participantId: toTheHeir.participantId,
      claimId: 'claim-id',
      amountIdr: rupiah(10_500_000),
      findingId: 'withdrawal',
      finderId: 'ani',
      effectiveOn: MARCH_14,
    },
  };
  const keptOf = (source: PayoutSource, keptIdr?: number): PayoutEvent => ({
    type: 'PayoutPartReturned',
    data: {
      payoutId: PAYOUT_ID,
      participantId: toTheHeir.participantId,
      source,
      from: 'PAYEE',
      bankReference: 'BANK-R-0',
      amountIdr: rupiah(2_000_000),
      ...(keptIdr !== undefined && { keptIdr: rupiah(keptIdr) }),
      reference: 'BA/8/2026',
      recorderId: actor.id,
      returnedOn: MARCH_14,
      effectiveOn: MARCH_14,
    },
  });
  const inLog = (event: PayoutEvent, id: string): PayoutEvent => Object.assign({ id }, event);
  const returnedWith = (...ids: readonly string[]): PayoutEvent => {
    const { data } = cameBack(MARCH_20) as EventOf<PayoutEvent, 'SettledPayoutReturned'>;
    return {
      type: 'SettledPayoutReturned',
      data: { ...data, owedNoMore: ids.map((askedBackId) => ({ askedBackId })) },
    };
  };

  it('is owed by nobody any more, what was asked back of it as well, once the bank returns it', () => {
    given([...paid, inLog(asked, 'asked')])
      .when(record())
      .thenRecorded([returnedWith('asked')]);
    given([...paid, inLog(keptOf(toTheHeir.source, 500_000), 'kept'), inLog(asked, 'asked')])
      .when(record())
      .thenRecorded([returnedWith('asked', 'kept')]);
  });

  it('is given back as a whole by somebody it was not for, also where a part is owed', () => {
    given([...paid, inLog(asked, 'asked')])
      .when(record({ from: 'PAYEE', reason: 'WRONG_PAYEE' }))
      .thenRecorded([
        {
          type: 'SettledPayoutReturned',
          data: {
            ...(returnedWith('asked') as EventOf<PayoutEvent, 'SettledPayoutReturned'>).data,
            from: 'PAYEE',
            reason: 'WRONG_PAYEE',
          },
        },
      ]);
    given([...paid, asked])
      .when(record({ from: 'PAYEE', reason: 'NOT_OWED' }))
      .thenRejected('OWED_AS_RECEIVABLE');
  });

  it('is returned by the bank as a whole, also where the payee gave a part back before', () => {
    given([...paid, keptOf(toTheHeir.source)])
      .when(record())
      .thenRecorded([cameBack(MARCH_20)]);
    given([...paid, keptOf(toTheHeir.source)])
      .when(record({ from: 'PAYEE' }))
      .thenRejected('PART_CAME_BACK_BEFORE');
    const year = { kind: 'SCHOLARSHIP_YEAR', id: 'scholarship-id', eventId: 'e' } as const;
    const ofYear = { ...toTheHeir, source: year };
    given([ordered(ofYear), ...paid.slice(1), keptOf(year, 500_000)])
      .when(record())
      .thenRejected('PART_CAME_BACK_BEFORE');
  });

  it('is paid again to another account, which a second person confirms, under another number', () => {
    given(back)
      .when((state) =>
        correctPayoutAccount(
          { payoutId: PAYOUT_ID, person: { account: OTHER_ACCOUNT } },
          state,
          testContext(),
        ),
      )
      .thenRecorded([corrected(today)]);
    const ready = [...back, corrected(MARCH_20, 'user-9'), confirmed(MARCH_20)];
    const tell = (instructionNumber: string) => (state: PayoutState) =>
      instructPayout(
        { payoutId: PAYOUT_ID, instructedOn: MARCH_20, instructionNumber },
        state,
        testContext(),
        {},
      );
    given(ready).when(tell('INS-1')).thenRejected('INSTRUCTION_NUMBER_USED');
    given(ready)
      .when(tell('INS-2'))
      .thenRecorded([instructed(MARCH_20, 'INS-2')]);
  });

  it('does not arrive again by what the bank said of the first time; only under a reference of its own', () => {
    const again = [
      ...back,
      corrected(MARCH_20, 'user-9'),
      confirmed(MARCH_20),
      instructed(MARCH_20, 'INS-2'),
      accepted(MARCH_20, 'BANK-2'),
    ];
    given(again).when(settle('BANK-1', MARCH_14)).thenNothing();
    given(again).when(settle('BANK-1')).thenRejected('BANK_RESULT_CONTRADICTS');
    given(again)
      .when(settle('BANK-2'))
      .thenRecorded([settled(today, 'BANK-2')]);
    const twice = [...again, settled(MARCH_20, 'BANK-2')];
    given(twice).when(settle('BANK-3')).thenRejected('BANK_RESULT_CONTRADICTS');
    given(twice)
      .when((state) =>
        returnPayout(
          { payoutId: PAYOUT_ID, bankReference: 'BANK-2', on: today, reason: 'BANK_REFUSED' },
          state,
          testContext(),
        ),
      )
      .thenRejected('BANK_RESULT_CONTRADICTS');
    expect(fold(payouts, twice).situation).toBe('SETTLED');
  });

  it('goes to a PLKK again without a correction: its account is kept with it', () => {
    const plkk = [ordered(toThePlkk), ...paid.slice(1), cameBack(MARCH_20)];
    expect(
      plkk.reduce((state, event) => payoutSteps.evolve(state, event), payoutSteps.initial),
    ).toMatchObject({
      expected: { step: 'INSTRUCT_PAYOUT', turn: 'FINANCE' },
    });
  });

  it('is given up by a second person where it is owed to nobody, or nobody comes for it', () => {
    const cancel =
      (reason: CancelPayoutInput['reason'], context = somebodyElse) =>
      (state: PayoutState) =>
        cancelPayout({ payoutId: PAYOUT_ID, reason }, state, context);
    for (const reason of ['NOT_OWED', 'NOBODY_CLAIMS_IT'] as const) {
      given(back)
        .when(cancel(reason))
        .thenRecorded([
          {
            type: 'PayoutCancelled',
            data: { payoutId: PAYOUT_ID, reason, cancelledOn: today, effectiveOn: today },
          },
        ]);
      given(back).when(cancel(reason, testContext())).thenRejected('RECORDER_CANNOT_CANCEL');
    }
    given(back).when(cancel('EVENT_REVOKED')).thenRejected('NOT_TO_BE_CANCELLED');
    given([ordered()]).when(cancel('NOT_OWED')).thenRejected('NOT_TO_BE_CANCELLED');
    given(paid).when(cancel('NOT_OWED')).thenRejected('NOT_TO_BE_CANCELLED');
  });

  it('waits for another account for fourteen days, and costs nothing for lateness', () => {
    const state = back.reduce((known, event) => payoutSteps.evolve(known, event), payoutSteps.initial);
    expect(state).toMatchObject({
      expected: {
        step: 'CORRECT_ACCOUNT',
        turn: 'FINANCE',
        since: MARCH_20,
        dueDays: [addDays(MARCH_20, 14)],
      },
    });
    expect(state.lateIdr).toBeUndefined();
    const paidAgain = fold(lateness, [...back, settled(addDays(MARCH_20, 40), 'BANK-2')]);
    expect(compensateLateness({ payoutId: PAYOUT_ID }, paidAgain, testContext())).toEqual([]);
  });
});
