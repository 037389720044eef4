import { describe, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { cancelPayout } from './cancel-payout.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { instructPayout } from './instruct-payout.js';
import {
  MARCH_13,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  accepted,
  cancelled,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
  settled,
} from './payout.examples.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';

const given = decisionSpec(payouts);
const { today } = testContext();
const cancel = (state: PayoutState) =>
  cancelPayout({ payoutId: PAYOUT_ID, reason: 'SETTLED_BY_PAPERS' }, state, testContext());

const OF_NOBODY = erased(ordered());

describe('giving up the payment of an erased person', () => {
  it('is the way out where the bank cannot be told', () => {
    const instruct = (state: PayoutState) =>
      instructPayout(
        { payoutId: PAYOUT_ID, instructedOn: today, instructionNumber: 'INS-1' },
        state,
        testContext(),
        {},
      );
    given([OF_NOBODY]).when(instruct).thenRejected('PERSONAL_DATA_ERASED');
    given([OF_NOBODY])
      .when(cancel)
      .thenRecorded([cancelled(today)]);
  });

  it('is the way out when the money came back, and while a correction waits', () => {
    const cameBack = [OF_NOBODY, instructed(MARCH_13), returned(MARCH_13)];
    const correct = (state: PayoutState) =>
      correctPayoutAccount({ payoutId: PAYOUT_ID, person: { account: OTHER_ACCOUNT } }, state, testContext());
    given(cameBack).when(correct).thenRejected('PERSONAL_DATA_ERASED');
    given(cameBack)
      .when(cancel)
      .thenRecorded([cancelled(today)]);
    given([...cameBack, erased(corrected(MARCH_13))])
      .when(cancel)
      .thenRecorded([cancelled(today)]);
  });

  it('is refused while the bank has the money, and once it arrived', () => {
    const steps = [instructed(MARCH_13), accepted(MARCH_13), settled(MARCH_13)];
    for (let taken = 1; taken <= steps.length; taken++) {
      given([OF_NOBODY, ...steps.slice(0, taken)])
        .when(cancel)
        .thenRejected('NOT_TO_BE_CANCELLED');
    }
  });

  it('is refused for everybody else: their payment can be made', () => {
    given([ordered()]).when(cancel).thenRejected('NOT_TO_BE_CANCELLED');
    given().when(cancel).thenRejected('PAYOUT_NOT_FOUND');
  });

  it('changes nothing the second time', () => {
    given([OF_NOBODY, cancelled(today)])
      .when(cancel)
      .thenNothing();
  });
});
