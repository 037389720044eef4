import type { EmploymentFacts } from '#contexts/dues/facts';
import { period, periodsFrom, rupiah } from '#kernel';
import type { AccidentForClaim } from '../programmes/jkk/facts.js';
import { invoice } from './claim.examples.js';

/** Employers that the specs of this context share. */
export const [FACTORY, SHOP] = ['1', '2'].map((nth) => `5f0c7f0e-6666-5000-8000-00000000000${nth}`) as [
  string,
  string,
];

/** Work at the factory since 2024, for a wage of 5,200,000; everything is paid. */
export const employment = (
  changes: Partial<EmploymentFacts> = {},
  employerId = FACTORY,
): EmploymentFacts => ({
  membershipId: employerId.replace('6666', '7777'),
  employerId,
  cover: { status: 'ACTIVE', reason: 'CONTRIBUTIONS_PAID', employerArrearsMonths: 0, totalPaidMonths: 20 },
  reportedWageIdr: rupiah(5_200_000),
  paidMonths: periodsFrom(period('2025-01'), 20),
  unconfirmed: [],
  ...changes,
});

/** An accident at the factory. */
export const HURT: Partial<AccidentForClaim> = {
  employerId: FACTORY,
  care: [invoice(37_450_000)],
  injuries: [{ item: 'JARI_LAIN_TANGAN', side: 'RIGHT', kind: 'ANATOMIC', functionLossPct: 100 }],
};

/** Whoever works there. */
export const earner = (...employments: readonly EmploymentFacts[]) => ({
  segment: 'PU' as const,
  employments,
  coverageAtEvent: {
    status: 'ACTIVE' as const,
    arrearsMonths: 0,
    consecutivePaidMonths: 0,
    totalPaidMonths: 20,
  },
});
