import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { compensateLateness } from './compensate-lateness.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { instructPayout } from './instruct-payout.js';
import { lateness } from './lateness.js';
import { payoutSteps } from './payout-steps.js';
import {
  MARCH_13,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  accepted,
  confirmed,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
  toThePlkk,
} from './payout.examples.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';

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

  it('gives one another account before the bank is told, as a wrong one is seen', () => {
    given([ordered()])
      .when(correct)
      .thenRecorded([corrected(today)]);
    const waits = fold(payoutSteps, [ordered(), corrected(today, 'finance-1')]).expected;
    expect(waits).toMatchObject({ step: 'CONFIRM_ACCOUNT', turn: 'FINANCE', notBy: ['finance-1'] });
    expect(waits?.heldBy).toMatchObject({ kind: 'CLAIM', slot: 'dispute' });
    const instruct = (state: PayoutState) =>
      instructPayout(
        { payoutId: PAYOUT_ID, instructedOn: today, instructionNumber: 'INS-1' },
        state,
        testContext(),
        {},
      );
    given([ordered(), corrected(today)])
      .when(instruct)
      .thenRejected('NOT_TO_BE_INSTRUCTED');
    const known = fold(payouts, [ordered(), corrected(today, 'finance-1'), confirmed(today, 'finance-2')]);
    expect(instruct(known)).toMatchObject([{ type: 'PayoutInstructed' }]);
  });

  it('leaves one late that is corrected before the bank is told: nothing stood still for its payee', () => {
    const history = [ordered(), corrected(MARCH_13), confirmed(localDate('2026-03-18'))];
    const late = fold(lateness, [...history, settled(localDate('2026-03-19'))]);
    const [found] = compensateLateness({ payoutId: PAYOUT_ID }, late, testContext());
    expect(found?.data).toMatchObject({ stoppedDays: 0, daysLate: 3 });
  });

  it('is refused for a payment that was never ordered', () => {
    given().when(correct).thenRejected('PAYOUT_NOT_FOUND');
  });

  it('is refused while the money has not come back, and says what may follow', () => {
    const steps = [instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_13)];
    for (let taken = 1; taken <= steps.length; taken++) {
      given([ordered(), ...steps.slice(0, taken)])
        .when(correct)
        .thenRejected('NOT_RETURNED');
    }
    expect(
      given([ordered(), instructed(MARCH_13)])
        .when(correct)
        .thenRejected('NOT_RETURNED').details.allowed,
    ).toEqual(['bank result ACCEPTED', 'bank result RETURNED']);
  });

  it('is refused for a person who was erased: no account can be kept for them', () => {
    given([erased(ordered())])
      .when(correct)
      .thenRejected('PERSONAL_DATA_ERASED');
    given([erased(ordered()), instructed(MARCH_13), returned(MARCH_13)])
      .when(correct)
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('is refused for a PLKK: its account is kept with the facility', () => {
    given([ordered(toThePlkk)])
      .when(correct)
      .thenRejected('FACILITY_IS_PAID');
    given([ordered(toThePlkk), instructed(MARCH_13), returned(MARCH_13)])
      .when(correct)
      .thenRejected('FACILITY_IS_PAID');
  });
});
