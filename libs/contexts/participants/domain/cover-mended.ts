import type { MEMBERSHIP_COVER_REASONS } from './membership-cover.js';

/** Why somebody is covered on a day by one membership of any kind, or is not. */
export type CoverReason =
  | (typeof MEMBERSHIP_COVER_REASONS)[number]
  | 'PROJECT_NEVER_PAID'
  | 'PROJECT_IN_ARREARS'
  | 'IN_ARREARS'
  | 'LAPSED'
  | 'NEVER_PAID';

/** What would mend cover, or keep it: whose turn it is. */
export const COVER_MENDS = [
  'PAY_CONTRIBUTION',
  'PAY_ARREARS',
  'EMPLOYER_PAYS',
  'PROJECT_IS_PAID',
  'SECOND_PERSON_CONFIRMS',
] as const;

export type CoverMend = (typeof COVER_MENDS)[number];

/** What mends each; nothing is to be mended where there is no reason to cover, or cover is as it should be. */
const MENDED_BY: Readonly<Record<CoverReason, CoverMend | null>> = {
  CONTRIBUTIONS_PAID: null,
  NOT_DUE_YET: null,
  NOT_STARTED: null,
  ENDED: null,
  NEVER_PAID: 'PAY_CONTRIBUTION',
  // Membership has ended: a payment begins another one, and older months are not charged.
  LAPSED: 'PAY_CONTRIBUTION',
  IN_ARREARS: 'PAY_ARREARS',
  EMPLOYER_IN_ARREARS: 'EMPLOYER_PAYS',
  EMPLOYER_PAYS_FIRST: 'EMPLOYER_PAYS',
  EMPLOYER_NEVER_PAID: 'EMPLOYER_PAYS',
  PROJECT_NEVER_PAID: 'PROJECT_IS_PAID',
  PROJECT_IN_ARREARS: 'PROJECT_IS_PAID',
  NOT_CONFIRMED: 'SECOND_PERSON_CONFIRMS',
};

/** What would mend cover that is, or is not, for a reason. */
export const mendOf = (reason: CoverReason): CoverMend | null => MENDED_BY[reason];
