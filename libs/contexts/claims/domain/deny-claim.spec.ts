import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from './calculate-benefit.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  calculatedBy,
  coverage,
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

  it('says in whose place it is done where that is another office', () => {
    const delegation = { delegationId: 'd0000000-0000-5000-8000-000000000001', office: 'Bekasi' };
    const state = fold(claims, [JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())]);
    const basis = { ...lapsedFacts(), delegation };
    expect(denyClaim({ claimId: CLAIM }, state, testContext(), basis)).toMatchObject([
      { type: 'ClaimDenied', data: { deciderId: 'user-1', delegation } },
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

  describe('that waits for arrears', () => {
    const arrears = [{ period: period('2026-08'), amountIdr: rupiah(8_400), isPaid: false }];
    const inArrears = jkkFacts(
      {},
      { coverageAtEvent: coverage('2026-05', 3, localDate('2026-08-20')), arrears },
    );
    const held = (assessorId = 'assessor') => {
      const assessor = testContext({ actor: { ...TEST_ACTOR, id: assessorId } });
      const state = fold(claims, [JKK_SUBMITTED, COMPLETED]);
      return calculateBenefit({ claimId: CLAIM }, state, assessor, inArrears);
    };
    const on = (today: string) => testContext({ today: localDate(today) });
    const denied = () => {
      const state = fold(claims, [JKK_SUBMITTED, COMPLETED, ...held()]);
      return denyClaim({ claimId: CLAIM }, state, on('2027-02-19'), inArrears);
    };

    it('is possible from the day after the notice on, and says what reopens it', () => {
      given([JKK_SUBMITTED, COMPLETED, ...held()])
        .when((state) => denyClaim({ claimId: CLAIM }, state, on('2027-02-18'), inArrears))
        .thenRejected('ARREARS_NOTICE_RUNS');
      expect(denied()).toMatchObject([
        {
          type: 'ClaimDenied',
          data: {
            decision: 'ARREARS_NOT_SETTLED',
            rule: 'arrears-are-settled',
            article: 'convention Q-1',
            detail: expect.stringContaining('reopened'),
          },
        },
      ]);
    });

    it('is refused once they are paid, and to whoever held it', () => {
      given([JKK_SUBMITTED, COMPLETED, ...held()])
        .when((state) => denyClaim({ claimId: CLAIM }, state, on('2027-02-19'), jkkFacts()))
        .thenRejected('ARREARS_ARE_SETTLED');
      given([JKK_SUBMITTED, COMPLETED, ...held('user-1')])
        .when((state) => denyClaim({ claimId: CLAIM }, state, on('2027-02-19'), inArrears))
        .thenRejected('ASSESSOR_CANNOT_DECIDE');
    });

    it('held by an earlier release asks for a notice first', () => {
      const [event] = held();
      if (event?.type !== 'ClaimHeld') throw new Error('Not held');
      const { arrears: _listed, settleBy: _set, ...data } = event.data;
      const old = [JKK_SUBMITTED, COMPLETED, { ...event, data }];
      given(old)
        .when((state) => denyClaim({ claimId: CLAIM }, state, on('2030-01-01'), inArrears))
        .thenRejected('ARREARS_NOT_NOTIFIED');
      expect(
        calculateBenefit({ claimId: CLAIM }, fold(claims, old), on('2030-01-01'), inArrears),
      ).toMatchObject([{ type: 'ClaimHeld', data: { settleBy: '2030-04-01' } }]);
    });

    it('is no end: what is paid years later reopens it, and nothing else does', () => {
      const history = [JKK_SUBMITTED, COMPLETED, ...held(), ...denied()];
      given(history)
        .when((state) => calculateBenefit({ claimId: CLAIM }, state, on('2029-12-01'), inArrears))
        .thenRejected('ARREARS_STILL_UNPAID');
      const settled = jkkFacts({}, { arrearsSettledOn: localDate('2029-12-01') });
      const reopened = calculateBenefit({ claimId: CLAIM }, fold(claims, history), on('2029-12-01'), settled);
      expect(reopened).toMatchObject([
        { type: 'ClaimResumed', data: { resumedOn: '2029-12-01' } },
        { type: 'BenefitCalculated', data: { totalIdr: 28_050_000 } },
      ]);
      expect(fold(claims, [...history, ...reopened])).toMatchObject({ situation: 'CALCULATED' });
      const otherwise = [JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())];
      const denial = denyClaim({ claimId: CLAIM }, fold(claims, otherwise), testContext(), lapsedFacts());
      given([...otherwise, ...denial])
        .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), jkkFacts()))
        .thenRejected('CLAIM_DENIED');
    });
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
