import { addDays, addMonths, type LocalDate } from '#kernel';
import { invalid } from '../kernel/input-error.js';
import { type BenefitPolicy, refuse } from '../kernel/refusal.js';
import { inForce } from '../kernel/rule.js';
import { DAYS_AFTER_WAIT } from './jht.conventions.js';
import { JHT_PARTIAL_MONTHS, JHT_RETIREMENT_AGE, JHT_WAIT, type JhtReason } from './jht.rules.js';

export interface JhtFullFacts {
  readonly eventDate: LocalDate;
  readonly reason: JhtReason;
  /** The last day of work. */
  readonly stopDate?: LocalDate;
  readonly claimDate?: LocalDate;
  readonly ageAtClaim?: number;
}

export const waitingPeriodIsOver: BenefitPolicy<JhtFullFacts> = {
  name: 'waiting-period-is-over',
  check: (facts) => {
    const { eventDate, reason } = facts;
    const version = inForce(JHT_WAIT, eventDate);
    const { months, reasons } = version.value;
    if (!reasons.includes(reason)) return undefined;
    const { stopDate, claimDate } = facts;
    if (!stopDate || !claimDate) throw invalid('MISSING_FIELD', `${reason} needs stopDate and claimDate`);
    if (claimDate < stopDate) throw invalid('DATES_OUT_OF_ORDER', 'claimDate is before stopDate');
    const firstDayToClaim = addDays(addMonths(stopDate, months), DAYS_AFTER_WAIT.value);
    if (claimDate >= firstDayToClaim) return undefined;
    return refuse(
      'REJECTED_WAITING_PERIOD',
      version,
      {
        id: `Masa tunggu ${months} bulan belum lewat; klaim dapat diajukan mulai ${firstDayToClaim}.`,
        en: `The waiting period of ${months} month is not over; a claim is possible from ${firstDayToClaim}.`,
      },
      { stopDate, claimDate, firstDayToClaim },
    );
  },
};

export const retirementAgeIsReached: BenefitPolicy<JhtFullFacts> = {
  name: 'retirement-age-is-reached',
  check: (facts) => {
    if (facts.reason !== 'RETIREMENT_AGE') return undefined;
    const version = inForce(JHT_RETIREMENT_AGE, facts.eventDate);
    const { ageAtClaim } = facts;
    if (ageAtClaim === undefined || ageAtClaim >= version.value) return undefined;
    return refuse(
      'REJECTED_UNDER_RETIREMENT_AGE',
      version,
      {
        id: `Usia pensiun JHT adalah ${version.value} tahun.`,
        en: `The JHT retirement age is ${version.value}.`,
      },
      { ageAtClaim },
    );
  },
};

/** Whether the whole balance is paid. */
export const JHT_FULL_POLICIES: readonly BenefitPolicy<JhtFullFacts>[] = [
  retirementAgeIsReached,
  waitingPeriodIsOver,
];

export interface JhtPartialFacts {
  readonly eventDate: LocalDate;
  readonly membershipMonths: number;
  readonly previousPartial?: boolean;
}

export const membershipIsLongEnough: BenefitPolicy<JhtPartialFacts> = {
  name: 'membership-is-long-enough',
  check: ({ eventDate, membershipMonths }) => {
    const version = inForce(JHT_PARTIAL_MONTHS, eventDate);
    if (membershipMonths >= version.value) return undefined;
    return refuse(
      'REJECTED_UNDER_10_YEARS',
      version,
      {
        id: `Pengambilan sebagian memerlukan kepesertaan ${version.value} bulan.`,
        en: `A partial payment needs ${version.value} months of membership.`,
      },
      { membershipMonths },
    );
  },
};

export const partialIsTakenOnce: BenefitPolicy<JhtPartialFacts> = {
  name: 'partial-is-taken-once',
  check: ({ eventDate, previousPartial }) =>
    previousPartial
      ? refuse('REJECTED_PREVIOUS_PARTIAL', inForce(JHT_PARTIAL_MONTHS, eventDate), {
          id: 'Pengambilan sebagian hanya dapat dilakukan satu kali.',
          en: 'A partial payment can be taken once only.',
        })
      : undefined,
};

/** Whether a part of the balance is paid. */
export const JHT_PARTIAL_POLICIES: readonly BenefitPolicy<JhtPartialFacts>[] = [
  membershipIsLongEnough,
  partialIsTakenOnce,
];
