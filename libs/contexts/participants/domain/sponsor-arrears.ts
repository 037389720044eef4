import {
  type LocalDate,
  type Period,
  type Rupiah,
  monthsBetween,
  periodOf,
  periodsFrom,
  rupiah,
} from '#kernel';
import { calculateLateFine, contributionDueDate } from '#law';
import { monthlyDue } from './monthly-due.js';
import { type IncomeBand, incomeBaseIn } from './participant.js';
import type { Sector } from './participant.events.js';
import { MAX_ARREARS_MONTHS } from './policies/contribution.policies.js';
import type { SponsorAgreement } from './sponsor.js';

/** Members of one tariff in a month: for how many a sponsor promised to pay, and for how many it did. */
export interface CarriedGroup {
  readonly period: Period;
  readonly incomeBaseIdr: Rupiah;
  readonly bands: readonly IncomeBand[];
  readonly sector: Sector;
  readonly promised: number;
  readonly paid: number;
  /** Of those that it did not pay for: whose month somebody else has paid. */
  readonly byOthers: number;
}

/** What became of a promise in a month. */
export interface PromisedMonth {
  readonly period: Period;
  readonly dueOn: LocalDate;
  readonly promised: number;
  readonly paid: number;
  readonly byOthers: number;
  /** Promised and paid by nobody, though it was due: arrears of the sponsor. */
  readonly unpaid: number;
  /** Whether the arrears can still be paid: months longer ago are not charged, and the memberships have ended. */
  readonly chargeable: boolean;
  /** What is due for those who are unpaid, while it can be paid. */
  readonly owedIdr: Rupiah;
  /** What the law adds for being late. */
  readonly fineIdr: Rupiah;
}

/** The months of an agreement that have begun by a day. */
export function promisedPeriods(
  { validFrom, validUntil }: Pick<SponsorAgreement, 'validFrom' | 'validUntil'>,
  today: LocalDate,
): readonly Period[] {
  const first = periodOf(validFrom);
  const last = validUntil < today ? periodOf(validUntil) : periodOf(today);
  const months = monthsBetween(first, last) + 1;
  return months > 0 ? periodsFrom(first, months) : [];
}

/** What became of a promise month by month, oldest first. */
export function promisedMonths(
  periods: readonly Period[],
  groups: readonly CarriedGroup[],
  agreement: Pick<SponsorAgreement, 'governmentPaid'>,
  today: LocalDate,
): readonly PromisedMonth[] {
  return periods.map((period) => {
    const ofMonth = groups.filter((group) => group.period === period);
    const dueOn = contributionDueDate(period, 'BPU');
    const isDue = dueOn < today;
    const chargeable = isDue && monthsBetween(period, periodOf(today)) <= MAX_ARREARS_MONTHS;
    const unpaidOf = (group: CarriedGroup) => (isDue ? group.promised - group.paid - group.byOthers : 0);
    const owedIdr = rupiah(
      sumOf(ofMonth, (group) => {
        const unpaid = unpaidOf(group);
        if (!chargeable || unpaid === 0) return 0;
        const incomeBaseIdr = incomeBaseIn(group, period);
        return unpaid * monthlyDue({ incomeBaseIdr, sector: group.sector }, period, agreement);
      }),
    );
    const fine = calculateLateFine({ contributionDue: owedIdr, monthsLate: 1, period, segment: 'BPU' });
    return {
      period,
      dueOn,
      promised: sumOf(ofMonth, (group) => group.promised),
      paid: sumOf(ofMonth, (group) => group.paid),
      byOthers: sumOf(ofMonth, (group) => group.byOthers),
      unpaid: sumOf(ofMonth, unpaidOf),
      chargeable,
      owedIdr,
      fineIdr: fine.totalIdr,
    };
  });
}

const sumOf = <One>(some: readonly One[], of: (one: One) => number): number =>
  some.reduce((sum, one) => sum + of(one), 0);
