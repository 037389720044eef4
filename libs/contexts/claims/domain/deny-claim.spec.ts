import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  jkkFacts,
  lapsedFacts,
  nothingShown,
} from './claim.examples.js';
import { claims } from './claim.js';
import { denyClaim } from './deny-claim.js';

const given = decisionSpec(claims);

describe('denying a claim', () => {
  it('records the rule, its article and plain words', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())])
      .when((state) => denyClaim({ claimId: CLAIM }, state, testContext(), lapsedFacts()))
      .thenRecorded([
        {
          type: 'ClaimDenied',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            deciderId: 'user-1',
            decision: 'REJECTED_INACTIVE',
            rule: 'membership-is-active',
            law: 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
            article: 'Art. 27-30 area; convention E-2',
            detail:
              'Membership was not active on the day of the event: contributions were unpaid for more than 3 months. Basis: PP 44/2015 jo. PP 82/2019 jo. PP 49/2023, Art. 27-30 area; convention E-2.',
            effectiveOn: localDate('2026-11-20'),
          },
        },
      ]);
  });

  it('is refused where the law grants the claim', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())])
      .when((state) => denyClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('LAW_GRANTS');
  });

  it('is refused to whoever calculated it', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts(), 'user-1')])
      .when((state) => denyClaim({ claimId: CLAIM }, state, testContext(), lapsedFacts()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('is refused to whoever handed the claim in', () => {
    const submitter = testContext({ actor: { ...TEST_ACTOR, id: 'submitter' } });
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())])
      .when((state) => denyClaim({ claimId: CLAIM }, state, submitter, lapsedFacts()))
      .thenRejected('SUBMITTER_CANNOT_DECIDE');
  });

  it('is possible where nothing was shown that could be paid', () => {
    const state = fold(claims, [JKK_SUBMITTED, COMPLETED, calculatedBy(nothingShown())]);
    expect(denyClaim({ claimId: CLAIM }, state, testContext(), nothingShown())).toMatchObject([
      { type: 'ClaimDenied', data: { decision: 'REJECTED_NOTHING_PAYABLE' } },
    ]);
  });

  it('is refused when what the law refused has changed since the calculation', () => {
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())])
      .when((state) => denyClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CALCULATION_OUTDATED');
  });

  it('is refused before the calculation and where there is no claim', () => {
    given([JKK_SUBMITTED, COMPLETED])
      .when((state) => denyClaim({ claimId: CLAIM }, state, testContext(), lapsedFacts()))
      .thenRejected('CLAIM_COMPLETE');
    given()
      .when((state) => denyClaim({ claimId: CLAIM }, state, testContext(), lapsedFacts()))
      .thenRejected('CLAIM_NOT_FOUND');
  });
});
