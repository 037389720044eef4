import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { approveClaim } from '../../domain/approve-claim.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  calculated,
  calculatedBy,
  jkkFacts,
} from '../../domain/claim.examples.js';
import type { ClaimEvent } from '../../domain/claim.events.js';
import type { Basis } from '../../domain/programme.js';
import { claims } from '../../domain/claim.js';
import { NOTHING_PAID, disabilityOfClaim, disabilityPaid } from './disability-paid.js';

const calculatedClaim = (basis: Basis): ClaimEvent[] => [JKK_SUBMITTED, COMPLETED, calculatedBy(basis)];

function approvedClaim(basis: Basis): ClaimEvent[] {
  const history = calculatedClaim(basis);
  return [...history, ...approveClaim({ claimId: CLAIM }, fold(claims, history), testContext(), basis)];
}

const DENIED: ClaimEvent = {
  type: 'ClaimDenied',
  data: {
    claimId: JKK_SUBMITTED.data.claimId,
    participantId: JKK_SUBMITTED.data.participantId,
    deciderId: 'user-1',
    decision: 'REJECTED_INACTIVE',
    rule: 'membership-is-active',
    law: 'PP 44/2015',
    article: 'Art. 1',
    detail: 'Membership was not active on the day of the event.',
    effectiveOn: localDate('2026-11-20'),
  },
};

/** As the log gives it back once the health key is destroyed. */
const withoutHealth = (history: readonly ClaimEvent[]): ClaimEvent[] =>
  history.map((event) =>
    event.type === 'BenefitCalculated' ? { ...event, data: { ...event.data, health: ERASED } } : event,
  );

const paidBy = (...histories: readonly ClaimEvent[][]) =>
  disabilityPaid(histories.map((history) => fold(disabilityOfClaim, history)));

const total = jkkFacts({ outcome: 'TOTAL_PERMANENT', injuries: [] });

describe('What earlier claims paid for disability', () => {
  it('is the items of approved claims, with side and percentage', () => {
    expect(paidBy(approvedClaim(jkkFacts()))).toEqual({
      ...NOTHING_PAID,
      items: [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', percent: 9 }],
    });
  });

  it('is what was calculated last before the approval', () => {
    const first = calculatedBy(jkkFacts({ injuries: [{ item: 'SEBELAH_MATA' }] }));
    const [submitted, completed, ...rest] = approvedClaim(jkkFacts());
    const history = [submitted!, completed!, first, ...rest];
    expect(paidBy(history).items.map(({ item }) => item)).toEqual(['TELUNJUK_TANGAN']);
  });

  it('is only what was left where something had been deducted', () => {
    const half = [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT', percent: 4.5 }] as const;
    const facts = jkkFacts({}, {}, { paidBefore: { ...NOTHING_PAID, items: half } });
    expect(paidBy(approvedClaim(facts)).items).toEqual(half);
  });

  it('is nothing of a claim that was given up, and such a claim holds no later one up', () => {
    const { claimId, participantId } = JKK_SUBMITTED.data;
    const reason = 'NOBODY_CLAIMS_IT';
    const cancelled: ClaimEvent = {
      type: 'ClaimCancelled',
      data: { claimId, participantId, deciderId: 'user-1', reason, effectiveOn: localDate('2026-11-20') },
    };
    expect(paidBy(calculatedClaim(jkkFacts()))).toEqual({ ...NOTHING_PAID, undecidedClaimId: claimId });
    expect(paidBy([...calculatedClaim(jkkFacts()), cancelled])).toEqual(NOTHING_PAID);
  });

  it('is known of a total disability, and of no partial one beside it', () => {
    expect(paidBy(approvedClaim(total))).toEqual({ ...NOTHING_PAID, totalPermanent: true });
  });

  it('is nothing where the claim paid for other things only, or was denied', () => {
    const careOnly = jkkFacts({ outcome: 'HEALED', injuries: [] });
    expect(paidBy(approvedClaim(careOnly), [...calculatedClaim(jkkFacts()), DENIED])).toEqual(NOTHING_PAID);
  });

  it('is not known of a claim that is not decided: it is named', () => {
    expect(paidBy(calculatedClaim(jkkFacts()))).toEqual({
      ...NOTHING_PAID,
      undecidedClaimId: JKK_SUBMITTED.data.claimId,
    });
  });

  it('is not known once the health key is destroyed, and says so', () => {
    expect(paidBy(withoutHealth(approvedClaim(jkkFacts())))).toEqual({ ...NOTHING_PAID, erased: true });
  });

  it('is known of a total disability even then, and of a claim that paid for none', () => {
    const careOnly = [JKK_SUBMITTED, COMPLETED, calculated({ totalIdr: rupiah(2_000_000) })];
    const history = [...careOnly, approvedClaim(jkkFacts()).at(-1)!];
    expect(paidBy(withoutHealth(approvedClaim(total)))).toEqual({ ...NOTHING_PAID, totalPermanent: true });
    expect(paidBy(withoutHealth(history))).toEqual(NOTHING_PAID);
  });
});
