import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/deciders';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  REFUSED_BY_LAW,
  calculated,
} from './claim.examples.js';
import { claim } from './claim.js';
import { denyClaim } from './deny-claim.js';

const given = decisionSpec(claim);

describe('denying a claim', () => {
  it('records the rule, its article and plain words', () => {
    given([JKK_SUBMITTED, COMPLETED, REFUSED_BY_LAW])
      .when((state) => denyClaim(state, testContext()))
      .thenRecorded([
        {
          type: 'ClaimDenied',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            deciderId: 'user-1',
            decision: 'REJECTED_INACTIVE',
            rule: 'membership-is-active',
            law: 'PP 44/2015',
            article: 'Art. 1',
            detail: 'Membership was not active on the day of the event.',
            effectiveOn: localDate('2026-11-20'),
          },
        },
      ]);
  });

  it('is refused where the law grants the claim', () => {
    given([JKK_SUBMITTED, COMPLETED, calculated()])
      .when((state) => denyClaim(state, testContext()))
      .thenRejected('LAW_GRANTS');
  });

  it('is refused to whoever calculated it', () => {
    const own = { ...REFUSED_BY_LAW, data: { ...REFUSED_BY_LAW.data, assessorId: 'user-1' } };
    given([JKK_SUBMITTED, COMPLETED, own])
      .when((state) => denyClaim(state, testContext()))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
  });

  it('is possible where nothing was shown that could be paid', () => {
    const state = fold(claim, [
      JKK_SUBMITTED,
      COMPLETED,
      calculated({ components: [], totalIdr: rupiah(0) }),
    ]);
    expect(denyClaim(state, testContext())).toMatchObject([
      { type: 'ClaimDenied', data: { decision: 'REJECTED_NOTHING_PAYABLE' } },
    ]);
  });

  it('is refused before the calculation and where there is no claim', () => {
    given([JKK_SUBMITTED, COMPLETED])
      .when((state) => denyClaim(state, testContext()))
      .thenRejected('CLAIM_COMPLETE');
    given()
      .when((state) => denyClaim(state, testContext()))
      .thenRejected('CLAIM_NOT_FOUND');
  });
});
