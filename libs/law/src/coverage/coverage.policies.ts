import type { LocalDate, Period } from '#kernel';
import { provisionOf } from '../kernel/convention.js';
import { type Bilingual, leastSure } from '../kernel/provision.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import type { Segment } from '../kernel/segment.js';
import type { CoverageStatus } from './coverage-status.js';
import { BPU_ARREARS } from './coverage.conventions.js';
import { arrearsAfter, standingOn } from './coverage.js';
import { ARREARS_MONTHS } from './coverage.rules.js';

/** What is known of the membership on the day of the event. Give the status when it was already worked out. */
export interface MembershipFacts {
  readonly coverage?: CoverageStatus;
  readonly active?: boolean;
  /** The last paid contribution month; the status follows from it. */
  readonly lastPaidPeriod?: Period;
  /** Consecutive months that the employer of a wage earner (PU) is in arrears with. */
  readonly employerArrearsMonths?: number;
}

export interface CoverageFacts extends MembershipFacts {
  readonly segment: Segment;
  readonly eventDate: LocalDate;
}

/** The coverage status as far as the facts tell; nothing when they are silent. */
export function coverageStatusOf(facts: CoverageFacts): CoverageStatus | undefined {
  if (facts.coverage !== undefined) return facts.coverage;
  if (facts.active !== undefined) return facts.active ? 'ACTIVE' : 'INACTIVE';
  if (facts.lastPaidPeriod === undefined) return undefined;
  return standingOn(facts.eventDate, facts.lastPaidPeriod, facts.segment).status;
}

const lastPaid = ({ lastPaidPeriod }: CoverageFacts) => lastPaidPeriod && { lastPaidPeriod };

const NOT_REGISTERED = {
  id: 'Pada hari kejadian pekerja belum terdaftar; pemberi kerja yang tidak mendaftarkan pekerja menanggung sendiri seluruh manfaat.',
  en: 'The worker was not registered on the day of the event; an employer that never registered a worker pays the full benefit itself.',
};

export const memberIsRegistered: BenefitPolicy<CoverageFacts> = {
  name: 'member-is-registered',
  check: (facts) =>
    coverageStatusOf(facts) === 'NEVER'
      ? refuse('REJECTED_NOT_REGISTERED', inForce(ARREARS_MONTHS, facts.eventDate), NOT_REGISTERED)
      : undefined,
};

const EMPLOYER_IN_ARREARS = {
  id: 'Pemberi kerja menunggak iuran lebih dari 3 bulan berturut-turut; ia membayar lebih dahulu dan dapat meminta penggantian setelah melunasi tunggakan dan denda.',
  en: 'The employer is more than 3 consecutive months in arrears; it pays first and may ask for reimbursement after settling the arrears and fines.',
};

/** Up to three months BPJS pays and the employer owes the arrears; beyond them it pays first (section 3.10). */
export const employerIsNotInArrears: BenefitPolicy<CoverageFacts> = {
  name: 'employer-is-not-in-arrears',
  check: (facts) => {
    if (facts.segment !== 'PU') return undefined;
    const { employerArrearsMonths = 0, eventDate } = facts;
    const borne = inForce(ARREARS_MONTHS, eventDate);
    if (employerArrearsMonths <= borne.value) return undefined;
    const provision = { ...borne, confidence: leastSure(borne.confidence, 'H') };
    return refuse('EMPLOYER_PAYS_FIRST', provision, EMPLOYER_IN_ARREARS, { employerArrearsMonths });
  },
};

const LAPSED = {
  id: 'Kepesertaan tidak aktif pada hari kejadian karena iuran tidak dibayar lebih dari 3 bulan.',
  en: 'Membership was not active on the day of the event: contributions were unpaid for more than 3 months.',
};

/** Of wage earners the employer stands in: the worker has lost nothing by its arrears. */
const EMPLOYER_STANDS_IN = {
  id: `${LAPSED.id} Pemberi kerja membayar lebih dahulu dan dapat meminta penggantian setelah melunasi tunggakan.`,
  en: `${LAPSED.en} The employer pays first and may ask for reimbursement after settling the arrears.`,
};

/** Construction projects and migrant workers pay in advance for the whole contract. */
const PREPAID_ENDED = {
  id: 'Kepesertaan tidak aktif pada hari kejadian karena masa yang dibayar di muka sudah berakhir.',
  en: 'Membership was not active on the day of the event: the time paid in advance had ended.',
};

const INACTIVE: Readonly<Record<Segment, Bilingual>> = {
  PU: EMPLOYER_STANDS_IN,
  BPU: LAPSED,
  JAKON: PREPAID_ENDED,
  PMI: PREPAID_ENDED,
};

/** By which codes the law refuses what depends on cover, and the sentences of each. */
export const COVERAGE_REFUSALS: Readonly<Record<string, readonly Bilingual[]>> = {
  REJECTED_NOT_REGISTERED: [NOT_REGISTERED],
  EMPLOYER_PAYS_FIRST: [EMPLOYER_IN_ARREARS],
  REJECTED_INACTIVE: [LAPSED, EMPLOYER_STANDS_IN, PREPAID_ENDED],
};

export const membershipIsActive: BenefitPolicy<CoverageFacts> = {
  name: 'membership-is-active',
  check: (facts) =>
    coverageStatusOf(facts) === 'INACTIVE'
      ? refuse(
          'REJECTED_INACTIVE',
          inForce(ARREARS_MONTHS, facts.eventDate),
          INACTIVE[facts.segment],
          lastPaid(facts),
        )
      : undefined,
};

/** The months that must be paid, where it is known what was paid last: these and no other. */
function monthsToSettle({ eventDate, lastPaidPeriod, segment }: CoverageFacts): string | undefined {
  const months = lastPaidPeriod ? arrearsAfter(eventDate, lastPaidPeriod, segment) : [];
  return months.length > 0 ? months.join(', ') : undefined;
}

const HELD = {
  id: 'Iuran menunggak pada hari kejadian; manfaat ditahan sampai tunggakan dilunasi.',
  en: 'Contributions were in arrears on the day of the event; the benefit is held until they are settled.',
};

const heldFor = (months: string): Bilingual => ({
  id: `${HELD.id} Yang harus dibayar: ${months}, seluruhnya, dan tidak ada bulan lain.`,
  en: `${HELD.en} To be paid: ${months}, all of them, and no other month.`,
});

export const arrearsAreSettled: BenefitPolicy<CoverageFacts> = {
  name: 'arrears-are-settled',
  check: (facts) => {
    if (coverageStatusOf(facts) !== 'PENDING_ARREARS') return undefined;
    const arrears = monthsToSettle(facts);
    return refuse(
      'PENDING_ARREARS',
      provisionOf(inForce(ARREARS_MONTHS, facts.eventDate).law, BPU_ARREARS),
      arrears ? heldFor(arrears) : HELD,
      { ...lastPaid(facts), ...(arrears && { arrears }) },
    );
  },
};

/** Whether BPJS stands for an event at all. */
export const COVERAGE_POLICIES = [
  memberIsRegistered,
  employerIsNotInArrears,
  membershipIsActive,
  arrearsAreSettled,
] as const;
