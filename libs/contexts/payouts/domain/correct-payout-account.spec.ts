import { describe, expect, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { correctPayoutAccount } from './correct-payout-account.js';
import {
  MARCH_13,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  accepted,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toThePlkk,
} from './payout.examples.js';
import { type PayoutState, payouts } from './payout.js';

const given = decisionSpec(payouts);
const today = testContext().today;

const correct = (state: PayoutState) =>
  correctPayoutAccount({ payoutId: PAYOUT_ID, person: { account: OTHER_ACCOUNT } }, state, testContext());

describe('correcting the account of a payment', () => {
  it('gives a returned payment another account', () => {
    given([ordered(), instructed(MARCH_13), returned(MARCH_13)])
      .when(correct)
      .thenRecorded([corrected(today)]);
  });

  it('is refused for a payment that was never ordered', () => {
    given().when(correct).thenRejected('PAYOUT_NOT_FOUND');
  });

  it('is refused while the money has not come back, and says what may follow', () => {
    const steps = [instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_13)];
    for (let taken = 0; taken <= steps.length; taken++) {
      given([ordered(), ...steps.slice(0, taken)])
        .when(correct)
        .thenRejected('NOT_RETURNED');
    }
    expect(given([ordered()]).when(correct).thenRejected('NOT_RETURNED').details.allowed).toEqual([
      'instruct the bank',
    ]);
  });

  it('is refused for a person who was erased: no account can be kept for them', () => {
    given([erased(ordered()), instructed(MARCH_13), returned(MARCH_13)])
      .when(correct)
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('is refused for a PLKK: its account is kept with the facility', () => {
    given([ordered(toThePlkk), instructed(MARCH_13), returned(MARCH_13)])
      .when(correct)
      .thenRejected('FACILITY_IS_PAID');
  });
});
