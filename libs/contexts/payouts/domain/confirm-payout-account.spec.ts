import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { confirmPayoutAccount } from './confirm-payout-account.js';
import { correctPayoutAccount } from './correct-payout-account.js';
import { instructPayout } from './instruct-payout.js';
import {
  ACCOUNT,
  MARCH_13,
  OTHER_ACCOUNT,
  PAYOUT_ID,
  confirmed,
  corrected,
  erased,
  instructed,
  ordered,
  returned,
} from './payout.examples.js';
import type { PayoutState } from './payout-state.js';
import { payouts } from './payout.js';

const given = decisionSpec(payouts);
const { today } = testContext();
const by = (id: string) => testContext({ actor: { ...TEST_ACTOR, id } });
const confirmedBy = (id: string) => (state: PayoutState) =>
  confirmPayoutAccount({ payoutId: PAYOUT_ID }, state, by(id));
const correctedBy =
  (id: string, account = OTHER_ACCOUNT) =>
  (state: PayoutState) =>
    correctPayoutAccount({ payoutId: PAYOUT_ID, person: { account } }, state, by(id));

const CAME_BACK = [ordered(), instructed(MARCH_13), returned(MARCH_13)];
const CORRECTED = [...CAME_BACK, corrected(MARCH_13)];

describe('confirming a corrected account', () => {
  it('takes a second person, whatever their role', () => {
    given(CORRECTED)
      .when(confirmedBy('user-2'))
      .thenRecorded([confirmed(today)]);
    given(CORRECTED).when(confirmedBy('user-1')).thenRejected('CORRECTOR_CANNOT_CONFIRM');
  });

  it('comes before the bank is told', () => {
    const tell = (state: PayoutState) =>
      instructPayout(
        { payoutId: PAYOUT_ID, instructedOn: today, instructionNumber: 'INS-2' },
        state,
        by('user-2'),
        {},
      );
    const { details } = given(CORRECTED).when(tell).thenRejected('NOT_TO_BE_INSTRUCTED');
    expect(details.allowed).toEqual(['let a second person confirm the account', 'correct the account']);
    given([...CORRECTED, confirmed(MARCH_13)])
      .when(tell)
      .thenRecorded([
        {
          type: 'PayoutInstructed',
          data: {
            payoutId: PAYOUT_ID,
            instructorId: 'user-2',
            instructedOn: today,
            instructionNumber: 'INS-2',
            effectiveOn: today,
          },
        },
      ]);
  });

  it('is about the newest account: whoever gives another is the one who cannot confirm it', () => {
    const again = [...CORRECTED, corrected(today, 'user-2')];
    given(CORRECTED)
      .when(correctedBy('user-2', ACCOUNT))
      .thenRecorded([
        {
          ...corrected(today, 'user-2'),
          data: { ...corrected(today, 'user-2').data, person: { account: ACCOUNT } },
        } as never,
      ]);
    given(again).when(confirmedBy('user-2')).thenRejected('CORRECTOR_CANNOT_CONFIRM');
    given(again)
      .when(confirmedBy('user-1'))
      .thenRecorded([confirmed(today, 'user-1')]);
  });

  it('is not passed on by giving the same account once more', () => {
    given(CORRECTED).when(correctedBy('user-2')).thenNothing();
  });

  it('is refused where nothing was corrected, and for an erased person', () => {
    given(CAME_BACK).when(confirmedBy('user-2')).thenRejected('ACCOUNT_NOT_CORRECTED');
    given([...CAME_BACK, erased(corrected(MARCH_13))])
      .when(confirmedBy('user-2'))
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  it('is asked of nobody where an old stream names no one', () => {
    const { correctorId: _beside, ...data } = corrected(MARCH_13).data as Record<string, unknown>;
    const old = { type: 'PayoutAccountCorrected', data } as never;
    expect(fold(payouts, [...CAME_BACK, old]).situation).toBe('ORDERED');
  });
});
