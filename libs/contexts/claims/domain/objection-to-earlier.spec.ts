import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { objectionSteps } from './after-decision-steps.js';
import {
  DAYS,
  REASON,
  afterwards,
  answer,
  approve,
  as,
  decided,
  object,
  reassess,
} from './after-decision.examples.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import { reassessmentSteps } from './claim-steps.js';
import { CLAIM, JKK_SUBMITTED } from './claim.examples.js';
import { reopenClaim } from './reopen-claim.js';

const given = decisionSpec(claimsAfterDecision);

/** Sixty days were approved, somebody objects, and ten days more are approved by others for a new fact. */
const MEANWHILE = [
  object(),
  ({ after }: Parameters<ReturnType<typeof object>>[0]) =>
    reopenClaim({ claimId: CLAIM, ground: 'NEW_FACT', reason: REASON }, after, as('boss'), DAYS(70)),
  reassess(DAYS(70)),
  approve(DAYS(70)),
].reduce(afterwards, decided(DAYS(60), JKK_SUBMITTED));

const GRANTED = afterwards(MEANWHILE, answer('GRANTED', 'somebody else', DAYS(70)));

describe('An objection to an approval, once a difference was approved for another reason', () => {
  it.each(['counter', 'assessor', 'decider'])('is not answered by the %s of what it is against', (hand) => {
    given(MEANWHILE).when(answer('REJECTED', hand)).thenRejected('DECIDER_CANNOT_ANSWER');
    given(MEANWHILE)
      .when(answer('GRANTED', hand, DAYS(70)))
      .thenRejected('DECIDER_CANNOT_ANSWER');
    expect(fold(objectionSteps, MEANWHILE).expected?.notBy).toContain(hand);
  });

  it.each(['second assessor', 'second approver'])('is answered also by the %s of the difference', (hand) => {
    expect(answer('REJECTED', hand)(fold(claimsAfterDecision, MEANWHILE))).toMatchObject([
      { type: 'ObjectionAnswered', data: { deciderId: hand } },
    ]);
    expect(fold(objectionSteps, MEANWHILE).expected?.notBy).not.toContain(hand);
  });

  it('is granted to be computed anew by others than those whose decision did not stand', () => {
    expect(GRANTED.at(-1)).toMatchObject({
      type: 'ReassessmentOpened',
      data: { ground: 'APPEAL', deciderIds: ['assessor', 'decider'] },
    });
    given(GRANTED)
      .when(reassess(DAYS(80), 'decider'))
      .thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    expect(reassess(DAYS(80))(fold(claimsAfterDecision, GRANTED))).toHaveLength(1);
  });

  it('leaves the difference to be objected to, once', () => {
    given(MEANWHILE).when(object('another', '2026-12-08')).thenRejected('OBJECTION_IS_OPEN');
    const against = afterwards(
      afterwards(MEANWHILE, answer('REJECTED')),
      object('another desk', '2026-12-08'),
    );
    expect(against.at(-1)).toMatchObject({ type: 'ObjectionRaised', data: { decidedOn: '2026-12-07' } });
    for (const hand of ['another desk', 'second assessor', 'second approver']) {
      given(against).when(answer('REJECTED', hand)).thenRejected('DECIDER_CANNOT_ANSWER');
    }
    given(afterwards(against, answer('REJECTED', 'decider')))
      .when(object('a third desk', '2026-12-09'))
      .thenRejected('OBJECTION_WAS_ANSWERED');
  });

  it('bars the hands in both, where both are objected to with success before anything is computed', () => {
    const both = [object('another desk', '2026-12-08'), answer('GRANTED', 'a third person', DAYS(70))].reduce(
      afterwards,
      GRANTED,
    );
    const hands = ['assessor', 'decider', 'second assessor', 'second approver'];
    for (const hand of hands) {
      given(both)
        .when(reassess(DAYS(80), hand))
        .thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    }
    expect(fold(reassessmentSteps, both).expected?.notBy).toEqual(hands);
  });
});
