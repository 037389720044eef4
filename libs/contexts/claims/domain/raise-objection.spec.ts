import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { objectionSteps } from './after-decision-steps.js';
import {
  APPROVED,
  DAYS,
  DENIED,
  PORTER,
  REASON,
  afterwards,
  answer,
  approve,
  as,
  object,
  reassess,
} from './after-decision.examples.js';
import { approveClaim } from './approve-claim.js';
import { calculateBenefit } from './calculate-benefit.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import { claimSteps, reassessmentSteps } from './claim-steps.js';
import type { ClaimEvent } from './claim.events.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT } from './claim.examples.js';
import { sayDifference } from './reassess-claim.js';
import { reopenClaim } from './reopen-claim.js';

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };

describe('An objection to a decision (keberatan)', () => {
  it('is raised within 90 days of a denial or an approval, and is to be answered in five working days', () => {
    given(DENIED)
      .when(object())
      .thenRecorded([
        {
          type: 'ObjectionRaised',
          data: {
            ...claim,
            participantId: PARTICIPANT,
            recorderId: 'counter',
            decidedOn: localDate('2026-11-23'),
            answerBy: localDate('2026-12-08'),
            effectiveOn: localDate('2026-12-01'),
            person: { words: 'The contributions of that month were paid', evidence: 'map 8' },
          },
        },
      ]);
    expect(object('counter', '2027-02-21')(fold(claimsAfterDecision, APPROVED))).toHaveLength(1);
    given(DENIED).when(object('counter', '2027-02-22')).thenRejected('OBJECTION_TOO_LATE');
    given([JKK_SUBMITTED, COMPLETED]).when(object()).thenRejected('CLAIM_COMPLETE');
  });

  it('is answered by somebody who had no hand in the decision', () => {
    const raised = afterwards(DENIED, object());
    for (const hand of ['assessor', 'decider', 'counter']) {
      given(raised).when(answer('REJECTED', hand)).thenRejected('DECIDER_CANNOT_ANSWER');
    }
    expect(fold(objectionSteps, raised).expected).toEqual({
      step: 'ANSWER_OBJECTION',
      turn: 'SUPERVISOR',
      decidesClaim: true,
      since: '2026-12-01',
      dueDays: ['2026-12-08'],
      notBy: ['counter', 'assessor', 'decider'],
    });
    const answered = afterwards(raised, answer('REJECTED'));
    expect(fold(objectionSteps, answered).expected).toBeUndefined();
    given(answered).when(answer('GRANTED')).thenRejected('NO_OBJECTION');
  });

  it('that is granted opens a denied claim again, which is decided anew', () => {
    const granted = afterwards(afterwards(DENIED, object()), answer('GRANTED'));
    expect(granted.slice(-3)).toMatchObject([
      { type: 'ObjectionAnswered', data: { answer: 'GRANTED', deciderId: 'somebody else' } },
      { type: 'ClaimReopened', data: { ground: 'APPEAL', person: { reason: REASON } } },
      { type: 'ClaimCompleted' },
    ]);
    expect(fold(claimsAfterDecision, granted).after.claim.situation).toBe('COMPLETE');
  });

  it('that is granted is decided by others than those whose decision did not stand', () => {
    const granted = afterwards(afterwards(DENIED, object()), answer('GRANTED', 'somebody else', PORTER));
    const again = afterwards(granted, ({ after }) =>
      calculateBenefit(claim, after.claim, as('second assessor', '2026-12-04'), PORTER),
    );
    const approveAs = (by: string) => (state: ClaimAfterDecision) =>
      approveClaim(claim, state.after.claim, as(by, '2026-12-07'), PORTER);
    given(again).when(approveAs('decider')).thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    expect(approveAs('somebody else')(fold(claimsAfterDecision, again))).toMatchObject([
      { type: 'ClaimApproved' },
    ]);
    expect(fold(claimSteps, again).expected?.notBy).toContain('decider');
    const difference = afterwards(
      afterwards(afterwards(APPROVED, object()), answer('GRANTED', 'somebody else', PORTER)),
      reassess(DAYS(90)),
    );
    given(difference)
      .when(approve(DAYS(90), 'decider'))
      .thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    expect(fold(reassessmentSteps, difference).expected?.notBy).toContain('decider');
  });

  it('that is granted is not ended by whoever calculated or approved what did not stand, but by anybody else', () => {
    const granted = afterwards(afterwards(APPROVED, object()), answer('GRANTED', 'somebody else', PORTER));
    expect(fold(reassessmentSteps, granted).expected).toMatchObject({
      step: 'REASSESS_CLAIM',
      notBy: ['assessor', 'decider'],
    });
    const asApproved = (by: string) => (state: ClaimAfterDecision) =>
      sayDifference(
        { ...claim, ground: 'COURT', components: [], reason: REASON, evidence: 'PHI 1/2026' },
        state.after,
        as(by, '2026-12-04'),
        PORTER,
      );
    for (const hand of ['assessor', 'decider']) {
      const refusal = given(granted).when(reassess(PORTER, hand)).thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
      expect(refusal.details.allowed).toContain(
        'another adjudicator, of this office or any other, calculates it anew',
      );
      given(granted).when(asApproved(hand)).thenRejected('DECIDER_CANNOT_DECIDE_ANEW');
    }
    const ended = afterwards(granted, reassess(PORTER));
    expect(ended.at(-1)).toMatchObject({ type: 'BenefitReassessed', data: { differenceIdr: 0 } });
    expect(fold(claimsAfterDecision, ended).after.reassessment).toBeUndefined();
    // Without an objection the same people look again at what they decided.
    const byOffice = afterwards(APPROVED, ({ after }) =>
      reopenClaim({ ...claim, ground: 'ERROR_OF_OFFICE', reason: REASON }, after, as('boss'), PORTER),
    );
    expect(fold(reassessmentSteps, byOffice).expected?.notBy).toEqual([]);
    expect(reassess(PORTER, 'assessor')(fold(claimsAfterDecision, byOffice))).toHaveLength(1);
  });

  it('that is rejected is the last word of the office: once for each decision', () => {
    const rejected = afterwards(afterwards(DENIED, object()), answer('REJECTED'));
    expect(given(rejected).when(object()).thenRejected('OBJECTION_WAS_ANSWERED').details.allowed).toEqual([
      'record a complaint about the claim, which can be mediated',
    ]);
    given(afterwards(DENIED, object())).when(object('another')).thenRejected('OBJECTION_IS_OPEN');
  });

  it('of somebody who was erased since is rejected without words, and is no dead end', () => {
    const [, ...rest] = afterwards(DENIED, object());
    const erased: readonly ClaimEvent[] = [
      { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, person: ERASED } },
      ...rest,
    ];
    given(erased).when(answer('GRANTED')).thenRejected('NOT_GRANTED_TO_THE_ERASED');
    const [answered] = answer('REJECTED')(fold(claimsAfterDecision, erased));
    expect(answered!.data).not.toHaveProperty('person');
  });
});
