import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { disabilityOfClaim, disabilityPaid } from '../programmes/jkk/disability-paid.js';
import type { JkkFacts } from '../programmes/jkk/facts.js';
import { approveClaim } from './approve-claim.js';
import { approveDifference } from './approve-difference.js';
import { type ClaimAfterApproval, claimsAfterApproval } from './claim-after-approval.js';
import { supervisor } from './claim-by-people.examples.js';
import type { ClaimEvent, EntitledChild } from './claim.events.js';
import {
  ACCIDENT,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  OTHER_PLKK,
  TAKEN_OVER,
  calculatedBy,
  invoice,
  jkkFacts,
  lapsedFacts,
} from './claim.examples.js';
import { type ClaimState, claims } from './claim.js';
import { denyClaim } from './deny-claim.js';
import { type DetermineBenefitInput, determineBenefit } from './determine-benefit.js';
import type { Basis } from './programme.js';
import { sayDifference } from './reassess-claim.js';

const given = decisionSpec(claims);

describe('what the law leaves to a person', () => {
  /** The participant died of the accident after a total disability had been paid for. */
  const facts = jkkFacts(
    { outcome: 'DEATH', injuries: [], care: [invoice(18_500_000)] },
    { diedOfAccidentId: ACCIDENT, diedOn: localDate('2026-11-01') },
    { paidBefore: { items: [], totalPermanent: true, erased: false } },
  );
  const found = [JKK_SUBMITTED, COMPLETED, TAKEN_OVER, calculatedBy(facts)];
  const input: DetermineBenefitInput = {
    claimId: CLAIM,
    ground: 'LAW_TEXT',
    components: [
      { code: 'JKK_FUNERAL', amountIdr: rupiah(10_000_000) },
      { code: 'JKK_MEDICAL_PLKK', amountIdr: rupiah(18_500_000) },
    ],
    reason: 'The funeral is paid beside what was paid for the disability',
    evidence: 'archive/opinion',
  };
  const determine =
    (change: Partial<DetermineBenefitInput> = {}, basis = facts) =>
    (state: ClaimState) =>
      determineBenefit({ ...input, ...change }, state, testContext(), basis);

  it('is neither granted nor refused by it', () => {
    given(found)
      .when((state) => approveClaim({ claimId: CLAIM }, state, supervisor(), facts))
      .thenRejected('LEFT_TO_A_PERSON');
    const { details } = given(found)
      .when((state) => denyClaim({ claimId: CLAIM }, state, supervisor(), facts))
      .thenRejected('LEFT_TO_A_PERSON');
    expect(details.allowed).toEqual(['say what is due, with a ground', 'propose a denial']);
  });

  it('is said by one person, with components and a ground, and approved by a second one', () => {
    const events = [...found, ...determine()(fold(claims, found))];
    expect(events.at(-1)).toMatchObject({
      type: 'BenefitDetermined',
      data: { insteadOf: 'MANUAL_REVIEW', totalIdr: 28_500_000, ground: 'LAW_TEXT' },
    });
    given(events)
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), facts))
      .thenRejected('ASSESSOR_CANNOT_DECIDE');
    const [approved] = approveClaim({ claimId: CLAIM }, fold(claims, events), supervisor(), facts);
    expect(approved?.data).toMatchObject({
      totalIdr: 28_500_000,
      payments: [
        { payee: 'HEIR', componentCodes: ['JKK_FUNERAL'], amountIdr: 10_000_000 },
        { payee: 'PLKK', componentCodes: ['JKK_MEDICAL_PLKK'], amountIdr: 18_500_000 },
      ],
    });
  });

  it('is not approved once facts have changed, and said anew after another calculation', () => {
    const events = [...found, ...determine()(fold(claims, found))];
    given(events)
      .when((state) => approveClaim({ claimId: CLAIM }, state, supervisor(), lapsedFacts()))
      .thenRejected('CALCULATION_OUTDATED');
    const again = fold(claims, [...events, calculatedBy(facts)]);
    expect(again).toMatchObject({ assessment: { totalIdr: 0, refusal: { decision: 'MANUAL_REVIEW' } } });
  });

  it('is not approved where facilities have invoiced more since: they are paid what was said, and no more', () => {
    const events = [...found, ...determine()(fold(claims, found))];
    const more = {
      ...facts,
      facts: {
        ...facts.facts,
        accident: {
          ...facts.facts.accident,
          care: [invoice(18_500_000), invoice(5_000_000, OTHER_PLKK, 'INV-2')],
        },
      },
    };
    given(events)
      .when((state) => approveClaim({ claimId: CLAIM }, state, supervisor(), more))
      .thenRejected('CALCULATION_OUTDATED');
    const components = [{ code: 'JKK_MEDICAL_PLKK', amountIdr: rupiah(23_500_000) }];
    const again = [...events, ...determine({ components }, more)(fold(claims, events))];
    const [approved] = approveClaim({ claimId: CLAIM }, fold(claims, again), supervisor(), more);
    expect(approved?.data).toMatchObject({
      totalIdr: 23_500_000,
      payments: [{ amountIdr: 18_500_000 }, { amountIdr: 5_000_000 }],
    });
  });

  it('goes against a refusal of the law only with somebody above the office', () => {
    const lapsed = lapsedFacts();
    const events = [JKK_SUBMITTED, COMPLETED, calculatedBy(lapsed)];
    const components = [{ code: 'JKK_STMB', amountIdr: rupiah(2_000_000) }];
    given(events)
      .when(determine({ ground: 'ADVISORY_DOCTOR', components }, lapsed))
      .thenRejected('GROUND_DOES_NOT_REACH');
    const [said] = determine({ ground: 'INSPECTOR', components }, lapsed)(fold(claims, events));
    expect(said?.data).toMatchObject({ insteadOf: 'REJECTED_INACTIVE', totalIdr: 2_000_000 });
  });

  it('is not said of what the law grants, of other components, or of a part of what facilities invoiced', () => {
    const granted = jkkFacts();
    given([JKK_SUBMITTED, COMPLETED, calculatedBy(granted)])
      .when(determine({}, granted))
      .thenRejected('LAW_GRANTS');
    given(found)
      .when(determine({ components: [{ code: 'JKM_DEATH', amountIdr: rupiah(1) }] }))
      .thenRejected('COMPONENTS_DO_NOT_FIT');
    given(found)
      .when(determine({ components: [{ code: 'JKK_MEDICAL_PLKK', amountIdr: rupiah(1) }] }))
      .thenRejected('CARE_IS_PAID_WHOLE');
  });

  describe('and a scholarship', () => {
    const FIRST = { childId: 'first-child', asOf: localDate('2026-10-01') };
    const SECOND = { childId: 'second-child', asOf: localDate('2026-11-25') };
    const family = (...children: EntitledChild[]): Basis<JkkFacts> => ({
      ...facts,
      facts: { ...facts.facts, participant: { ...facts.facts.participant, children } },
    });
    const approve = (basis: Basis) => (state: ClaimState) =>
      approveClaim({ claimId: CLAIM }, state, supervisor(), basis);
    const care = [{ code: 'JKK_MEDICAL_PLKK', amountIdr: rupiah(18_500_000) }];
    const said = (basis: Basis<JkkFacts>, change: Partial<DetermineBenefitInput> = {}) => [
      ...found,
      ...determine(change, basis)(fold(claims, found)),
    ];

    it('follows from a death that a person says is due for, as it does where the law says so', () => {
      const events = said(family(FIRST));
      expect(events.at(-1)?.data).toMatchObject({ scholarship: 'GRANTED', entitledChildren: [FIRST] });
      const [approved] = approve(family(FIRST))(fold(claims, events));
      expect(approved).toMatchObject({ type: 'ClaimApproved', data: { entitledChildren: [FIRST] } });
    });

    it('does not follow where the person says so, nor from anything less than death or total disability', () => {
      const denied = said(family(FIRST), { scholarship: 'NONE' });
      expect(approve(family(FIRST))(fold(claims, denied))).toMatchObject([
        { data: { entitledChildren: [] } },
      ]);
      expect(said(family(FIRST), { components: care }).at(-1)?.data).toMatchObject({
        scholarship: 'NONE',
        entitledChildren: [],
      });
      const { details } = given(found)
        .when(determine({ components: care, scholarship: 'GRANTED' }, family(FIRST)))
        .thenRejected('NO_SCHOLARSHIP_FOLLOWS');
      expect(details.allowed).toContain('JKK_TOTAL_PERMANENT');
    });

    it('is said anew where a child was named since, or an earlier release let none follow', () => {
      given(said(family(FIRST)))
        .when(approve(family(FIRST, SECOND)))
        .thenRejected('CALCULATION_OUTDATED');
      const last = said(family(FIRST)).at(-1);
      if (last?.type !== 'BenefitDetermined') throw new Error('Nothing was determined');
      const { scholarship, entitledChildren, ...before } = last.data;
      expect([scholarship, entitledChildren]).toEqual(['GRANTED', [FIRST]]);
      given([...found, { type: 'BenefitDetermined', data: before }])
        .when(approve(family(FIRST)))
        .thenRejected('CALCULATION_OUTDATED');
    });

    it('follows after the fact from what an authority says of an approved claim, and is not taken back', () => {
      const porter = jkkFacts({}, { children: [FIRST] });
      const approved: readonly ClaimEvent[] = [JKK_SUBMITTED, COMPLETED, calculatedBy(porter)];
      const by = { claimId: CLAIM, reason: 'The inspector has fixed it', evidence: 'BA 1/2026' };
      const opened = [
        ...approved,
        ...approve(porter)(fold(claims, approved)),
        {
          type: 'ReassessmentOpened',
          data: {
            claimId: CLAIM,
            participantId: JKK_SUBMITTED.data.participantId,
            ground: 'DETERMINATION',
            openerId: 'boss',
            effectiveOn: localDate('2026-11-26'),
          },
        } as const,
      ];
      const say = (code: string, children: EntitledChild[]) =>
        sayDifference(
          { ...by, ground: 'INSPECTOR', components: [{ code, amountIdr: rupiah(60_000_000) }] },
          fold(claimsAfterApproval, opened),
          testContext(),
          jkkFacts({}, { children }),
        );
      const total = say('JKK_TOTAL_PERMANENT', [FIRST, SECOND]);
      expect(total).toMatchObject([{ data: { scholarship: 'GRANTED', entitledChildren: [FIRST, SECOND] } }]);
      const approveIt = (children: EntitledChild[]) => (state: ClaimAfterApproval) =>
        approveDifference({ claimId: CLAIM }, state, supervisor(), jkkFacts({}, { children }));
      const after = decisionSpec(claimsAfterApproval)([...opened, ...total]);
      after.when(approveIt([FIRST])).thenRejected('DIFFERENCE_OUTDATED');
      expect(approveIt([FIRST, SECOND])(fold(claimsAfterApproval, [...opened, ...total]))).toMatchObject([
        { type: 'DifferenceApproved', data: { entitledChildren: [FIRST, SECOND] } },
      ]);
      expect(say('JKK_PARTIAL_ANATOMIC', [FIRST])).toMatchObject([
        { data: { scholarship: 'NONE', entitledChildren: [] } },
      ]);
    });
  });

  it('counts as paid for a disability where a person granted one', () => {
    const events = [...found, ...determine()(fold(claims, found))];
    const last = events.at(-1);
    if (last?.type !== 'BenefitDetermined') throw new Error('Nothing was determined');
    const [component] = last.data.components;
    if (!component) throw new Error('Nothing is due');
    const total: ClaimEvent = {
      ...last,
      data: { ...last.data, components: [{ ...component, code: 'JKK_TOTAL_PERMANENT' }] },
    };
    const approved = approveClaim({ claimId: CLAIM }, fold(claims, [...found, total]), supervisor(), facts);
    const state = fold(disabilityOfClaim, [...found, total, ...approved]);
    expect(disabilityPaid([state])).toMatchObject({ totalPermanent: true });
  });
});
