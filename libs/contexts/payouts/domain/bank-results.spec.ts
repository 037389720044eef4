import { describe, expect, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { acceptPayout } from './accept-payout.js';
import {
  MARCH_13,
  MARCH_14,
  ORDERED_ON,
  PAYOUT_ID,
  TOMORROW,
  accepted,
  confirmed,
  corrected,
  instructed,
  ordered,
  returned,
  settled,
  toTheHeir,
  toThePlkk,
} from './payout.examples.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';
import { returnPayout } from './return-payout.js';
import { settlePayout } from './settle-payout.js';

const given = decisionSpec(payouts);

const accept =
  (on = MARCH_14, bankReference = 'BANK-1') =>
  (state: PayoutState) =>
    acceptPayout({ payoutId: PAYOUT_ID, bankReference, on }, state, testContext());

const settle =
  (on = MARCH_14, bankReference = 'BANK-1', amountIdr = toTheHeir.amountIdr, by = TEST_ACTOR.id) =>
  (state: PayoutState) =>
    settlePayout(
      { payoutId: PAYOUT_ID, bankReference, on, amountIdr },
      state,
      // Within the days in which one person says so alone.
      testContext({ today: localDate('2026-03-20'), actor: { ...TEST_ACTOR, id: by } }),
    );

const giveBack =
  (on = MARCH_14, bankReference = 'BANK-1', today = testContext().today) =>
  (state: PayoutState) =>
    returnPayout(
      { payoutId: PAYOUT_ID, bankReference, on, reason: 'ACCOUNT_CLOSED' },
      state,
      testContext({ today }),
    );

const OF_A_PLKK = [
  'put an addendum forward with the new account: POST /facilities/{facilityId}/agreements/{agreementId}/amendments',
  'instruct the bank',
];
const toldToPay = [ordered(), instructed(MARCH_13)];
const taken = [...toldToPay, accepted(MARCH_14)];
const paid = [...taken, settled(MARCH_14)];
const cameBack = [...taken, returned(MARCH_14)];

describe('the bank takes an instruction', () => {
  it('is recorded with the reference of the bank', () => {
    given(toldToPay)
      .when(accept())
      .thenRecorded([accepted(MARCH_14)]);
  });

  it('may be of today', () => {
    const today = localDate('2026-11-20');
    given(toldToPay)
      .when(accept(today))
      .thenRecorded([accepted(today)]);
  });

  it('changes nothing when the bank says it again, also after the money arrived', () => {
    given(taken).when(accept()).thenNothing();
    given(paid).when(accept()).thenNothing();
  });

  it('is refused for a payment that was never ordered, or that the bank was not told of', () => {
    given().when(accept()).thenRejected('PAYOUT_NOT_FOUND');
    given([ordered()]).when(accept()).thenRejected('BANK_RESULT_NOT_AWAITED');
  });

  it.each([
    ['a person', ordered(), ['correct the account']],
    ['a PLKK', ordered(toThePlkk), OF_A_PLKK],
  ])('is refused after the money came back from %s, with what may follow', (_whose, order, allowed) => {
    const { details } = given([order, instructed(MARCH_13), returned(MARCH_13)])
      .when(accept(MARCH_14, 'BANK-2'))
      .thenRejected('BANK_RESULT_NOT_AWAITED');
    expect(details.allowed).toEqual(allowed);
  });

  it('is refused under a second reference, and for another day under the same one', () => {
    given(taken).when(accept(MARCH_14, 'BANK-2')).thenRejected('BANK_RESULT_NOT_AWAITED');
    given(taken).when(accept(MARCH_13)).thenRejected('BANK_RESULT_CONTRADICTS');
  });

  it('is refused for a day before the instruction or after today', () => {
    given(toldToPay).when(accept(ORDERED_ON)).thenRejected('DATES_OUT_OF_ORDER');
    given(toldToPay).when(accept(TOMORROW)).thenRejected('RESULT_IN_FUTURE');
  });
});

describe('the money arrives', () => {
  it('is recorded with the amount', () => {
    given(taken)
      .when(settle())
      .thenRecorded([settled(MARCH_14)]);
  });

  it('changes nothing when the bank says it again', () => {
    given(paid).when(settle()).thenNothing();
  });

  it('is refused before the bank took the instruction, and the answer says what is awaited', () => {
    const refusal = given(toldToPay).when(settle()).thenRejected('BANK_RESULT_NOT_AWAITED');
    expect(refusal.details.allowed).toEqual(['bank result ACCEPTED', 'bank result RETURNED']);
    given().when(settle()).thenRejected('PAYOUT_NOT_FOUND');
  });

  it('tells what may follow: nothing after a settlement, another instruction after a PLKK returned it', () => {
    const late = given(paid).when(settle(MARCH_14, 'BANK-2')).thenRejected('BANK_RESULT_CONTRADICTS');
    expect(late.details.allowed).toEqual(['nothing: the money has arrived', 'record money that came back']);
    const plkk = [ordered(toThePlkk), instructed(MARCH_13), returned(MARCH_14)];
    const early = given(plkk).when(accept(MARCH_14, 'BANK-2')).thenRejected('BANK_RESULT_NOT_AWAITED');
    expect(early.details.allowed).toEqual(OF_A_PLKK);
  });

  it('is refused with any other amount than the ordered one', () => {
    given(taken)
      .when(settle(MARCH_14, 'BANK-1', rupiah(41_999_999)))
      .thenRejected('AMOUNT_DIFFERS');
    given(taken)
      .when(settle(MARCH_14, 'BANK-1', rupiah(42_000_001)))
      .thenRejected('AMOUNT_DIFFERS');
  });

  it('is refused under another reference than the accepted one', () => {
    given(taken).when(settle(MARCH_14, 'BANK-2')).thenRejected('BANK_REFERENCE_DIFFERS');
  });

  it('is refused a second time with another amount, day or reference: money arrives once', () => {
    given(paid)
      .when(settle(MARCH_14, 'BANK-1', rupiah(1)))
      .thenRejected('BANK_RESULT_CONTRADICTS');
    given(paid)
      .when(settle(localDate('2026-03-15')))
      .thenRejected('BANK_RESULT_CONTRADICTS');
    given(paid).when(settle(MARCH_14, 'BANK-2')).thenRejected('BANK_RESULT_CONTRADICTS');
  });

  it('is refused under a reference whose money came back', () => {
    given(cameBack).when(settle()).thenRejected('BANK_RESULT_CONTRADICTS');
    given([...cameBack, corrected(MARCH_14), instructed(MARCH_14, 'INS-2')])
      .when(settle())
      .thenRejected('BANK_RESULT_CONTRADICTS');
  });

  it('is refused for a day before the bank took the instruction or after today', () => {
    given(taken).when(settle(MARCH_13)).thenRejected('DATES_OUT_OF_ORDER');
    given(taken).when(settle(TOMORROW)).thenRejected('RESULT_IN_FUTURE');
  });

  it('is recorded under the new reference after a return and a correction', () => {
    given([...cameBack, corrected(MARCH_14), instructed(MARCH_14, 'INS-2'), accepted(MARCH_14, 'BANK-2')])
      .when(settle(MARCH_14, 'BANK-2', toTheHeir.amountIdr, 'user-2'))
      .thenRecorded([settled(MARCH_14, 'BANK-2')]);
  });
});

describe('the money comes back', () => {
  it('is recorded with the reason, before or after the bank took the instruction', () => {
    for (const before of [toldToPay, taken]) {
      given(before)
        .when(giveBack(MARCH_14, 'BANK-1', MARCH_14))
        .thenRecorded([returned(MARCH_14)]);
    }
  });

  it('changes nothing when the bank says it again, also while the payment is tried anew', () => {
    given(cameBack).when(giveBack()).thenNothing();
    given([...cameBack, corrected(MARCH_14), instructed(MARCH_14, 'INS-2')])
      .when(giveBack())
      .thenNothing();
  });

  it('is refused for another reason under the same reference', () => {
    given(cameBack)
      .when((state) =>
        returnPayout(
          { payoutId: PAYOUT_ID, bankReference: 'BANK-1', on: MARCH_14, reason: 'NAME_MISMATCH' },
          state,
          testContext(),
        ),
      )
      .thenRejected('BANK_RESULT_CONTRADICTS');
  });

  it('is refused after the money arrived, and before the bank was told', () => {
    given(paid).when(giveBack()).thenRejected('BANK_RESULT_CONTRADICTS');
    given([ordered()]).when(giveBack()).thenRejected('BANK_RESULT_NOT_AWAITED');
    given().when(giveBack()).thenRejected('PAYOUT_NOT_FOUND');
  });

  it('is refused under another reference than the accepted one, and out of the order of time', () => {
    given(taken).when(giveBack(MARCH_14, 'BANK-2')).thenRejected('BANK_REFERENCE_DIFFERS');
    given(taken).when(giveBack(ORDERED_ON)).thenRejected('DATES_OUT_OF_ORDER');
    given(taken).when(giveBack(TOMORROW)).thenRejected('RESULT_IN_FUTURE');
  });
});

describe('money to a corrected account', () => {
  const onTheWay = [
    ...cameBack,
    corrected(MARCH_14),
    confirmed(MARCH_14),
    instructed(MARCH_14, 'INS-2'),
    accepted(MARCH_14, 'BANK-2'),
  ];
  const settledBy = (id: string) => settle(MARCH_14, 'BANK-2', toTheHeir.amountIdr, id);

  it('is not settled by whoever told the bank', () => {
    given(onTheWay).when(settledBy('user-1')).thenRejected('INSTRUCTOR_CANNOT_SETTLE');
  });

  it('is settled by somebody else', () => {
    given(onTheWay)
      .when(settledBy('user-2'))
      .thenRecorded([settled(MARCH_14, 'BANK-2')]);
  });

  it('is the only money of which this is asked', () => {
    given(taken)
      .when(settle())
      .thenRecorded([settled(MARCH_14)]);
  });
});
