import type { LocalDate } from '#kernel';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { MLT_MEMBERSHIP_MONTHS, MLT_TERM_YEARS, type MltKind } from './mlt.rules.js';

export interface MltFacts {
  readonly kind: MltKind;
  readonly applicationDate: LocalDate;
  readonly membershipMonths: number;
  readonly ownsHouse?: boolean;
  /** Contributions and reports in order; true unless given. */
  readonly employerInGoodOrder?: boolean;
  /** The company registered only a part of its workers or of their wages. */
  readonly partlyRegistered?: boolean;
  readonly previousMlt?: boolean;
  readonly spouseHasMlt?: boolean;
  readonly termYears?: number;
}

const refuseWhen = (
  name: string,
  applies: (facts: MltFacts) => boolean | undefined,
  code: string,
  id: string,
  en: string,
): BenefitPolicy<MltFacts> => ({
  name,
  check: (facts) =>
    applies(facts)
      ? refuse(code, inForce(MLT_MEMBERSHIP_MONTHS, facts.applicationDate), { id, en })
      : undefined,
});

export const memberLongEnoughForMlt = refuseWhen(
  'member-long-enough-for-mlt',
  ({ membershipMonths, applicationDate }) =>
    membershipMonths < inForce(MLT_MEMBERSHIP_MONTHS, applicationDate).value,
  'REJECTED_MEMBERSHIP',
  'MLT memerlukan kepesertaan paling singkat 1 tahun.',
  'MLT needs at least 1 year of membership.',
);

export const memberOwnsNoHouse = refuseWhen(
  'member-owns-no-house',
  (facts) => (facts.kind === 'KPR' || facts.kind === 'PUMP') && facts.ownsHouse,
  'REJECTED_OWNS_HOUSE',
  'KPR dan PUMP hanya untuk peserta yang belum memiliki rumah.',
  'A mortgage or down payment is only for members without a house of their own.',
);

export const employerIsInGoodOrder = refuseWhen(
  'employer-is-in-good-order',
  (facts) => facts.employerInGoodOrder === false || facts.partlyRegistered,
  'REJECTED_EMPLOYER',
  'Pemberi kerja harus tertib dan bukan perusahaan daftar sebagian (PDS).',
  'The employer must be in good order and not a partly registered company.',
);

export const familyHasNoOtherMlt = refuseWhen(
  'family-has-no-other-mlt',
  (facts) => facts.previousMlt || facts.spouseHasMlt,
  'REJECTED_ALREADY_USED',
  'MLT hanya satu kali, untuk suami atau istri.',
  'MLT is once only, for the husband or the wife.',
);

export const termIsAllowed = refuseWhen(
  'term-is-allowed',
  (facts) =>
    facts.kind === 'KPR' && (facts.termYears ?? 0) > inForce(MLT_TERM_YEARS, facts.applicationDate).value,
  'REJECTED_TERM',
  'Jangka waktu KPR paling lama 30 tahun.',
  'A mortgage runs for 30 years at most.',
);

/** Whether a bank may lend. */
export const MLT_POLICIES: readonly BenefitPolicy<MltFacts>[] = [
  memberLongEnoughForMlt,
  memberOwnsNoHouse,
  employerIsInGoodOrder,
  familyHasNoOtherMlt,
  termIsAllowed,
];
