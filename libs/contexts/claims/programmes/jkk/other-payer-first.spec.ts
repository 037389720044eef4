import { describe, expect, it } from '@jest/globals';
import { fold, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from '../../domain/calculate-benefit.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  OTHER_PLKK,
  PLKK,
  invoice,
  jkkFacts,
} from '../../domain/claim.examples.js';
import { claims } from '../../domain/claim.js';
import { jkk } from './programme.js';

const given = decisionSpec(claims);
const complete = [JKK_SUBMITTED, COMPLETED];

/** A traffic accident whose care cost 45 million at one hospital. */
const traffic = (changes: object = {}) =>
  jkkFacts({ placeKind: 'TRAFFIC', care: [invoice(45_000_000)], reimbursements: [], ...changes });

const jasaRaharja = (status: 'ASKED' | 'GUARANTEED' | 'REFUSED' | 'NOT_COVERED', amountIdr?: number) => ({
  otherPayer: {
    code: 'JASA_RAHARJA' as const,
    status,
    ...(amountIdr !== undefined && { amountIdr: rupiah(amountIdr) }),
  },
});

function careOf(basis: ReturnType<typeof traffic>): number | undefined {
  const [event] = calculateBenefit({ claimId: CLAIM }, fold(claims, complete), testContext(), basis);
  if (event?.type !== 'BenefitCalculated') throw new Error(`Decided ${event?.type}`);
  return event.data.components.find(({ code }) => code === 'JKK_MEDICAL_PLKK')?.amountIdr;
}

describe('care after a traffic accident', () => {
  it('is not calculated before somebody has said what the other payer bears (V-12)', () => {
    given(complete)
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), traffic()))
      .thenRejected('OTHER_PAYER_NOT_NAMED');
  });

  it.each([
    ['asked: provisionally 20 million', jasaRaharja('ASKED'), 25_000_000],
    ['guaranteed: what it guaranteed', jasaRaharja('GUARANTEED', 12_000_000), 33_000_000],
    ['refused: nothing', jasaRaharja('REFUSED'), 45_000_000],
    ['does not cover the case: nothing', jasaRaharja('NOT_COVERED'), 45_000_000],
  ])('is borne by Jasa Raharja first, which %s', (_what, otherPayer, paidIdr) => {
    expect(careOf(traffic(otherPayer))).toBe(paidIdr);
  });

  it('pays each hospital what is left of its invoices, the first ones being borne first', () => {
    const care = [
      { ...invoice(15_000_000), facilityId: PLKK, invoiceNumber: 'INV-1' },
      { ...invoice(30_000_000), facilityId: OTHER_PLKK, invoiceNumber: 'INV-2' },
    ];
    const { facts } = traffic({ care, ...jasaRaharja('ASKED') });
    expect(jkk.toFacilities(facts)).toMatchObject([{ facilityId: OTHER_PLKK, invoiceIdr: 25_000_000 }]);
    expect(careOf(traffic({ care, ...jasaRaharja('ASKED') }))).toBe(25_000_000);
  });

  it('asks for no other payer where no care is claimed, or it was no traffic', () => {
    expect(careOf(traffic({ care: [] }))).toBeUndefined();
    expect(careOf(traffic({ placeKind: 'INSIDE_WORK_SITE' }))).toBe(45_000_000);
  });
});
