import { type LocalDate, monthsBetween, type Period, periodOf, periodsFrom } from '#kernel';
import { inForce } from '../kernel/rule.js';
import type { CoverageStatus } from './coverage-status.js';
import { ARREARS_MONTHS } from './coverage.rules.js';
import { contributionDueDate } from './due-days.js';
import { type PaidPeriod, receivedOn } from './spells.js';

/** Why a wage earner is covered on a day, or is not. */
export const EMPLOYED_COVER_REASONS = [
  'CONTRIBUTIONS_PAID',
  'NOT_DUE_YET',
  'EMPLOYER_IN_ARREARS',
  'EMPLOYER_PAYS_FIRST',
  'EMPLOYER_NEVER_PAID',
  'NOT_STARTED',
  'ENDED',
] as const;

export type EmployedCoverReason = (typeof EMPLOYED_COVER_REASONS)[number];

/** One membership of a wage earner: the time with one employer, and what was paid for it. */
export interface Employment {
  readonly startedOn: LocalDate;
  /** The last day of work. */
  readonly endedOn?: LocalDate;
  /** The day on which the employer first paid for anybody; absent while it has paid nothing. */
  readonly employerPaidFirstOn?: LocalDate;
  /** The months of this membership that are paid. */
  readonly paid: readonly PaidPeriod[];
}

export interface EmployedCoverage {
  readonly status: CoverageStatus;
  readonly reason: EmployedCoverReason;
  /** Months in a row, up to the last one that is due, that are due and unpaid. */
  readonly employerArrearsMonths: number;
  readonly totalPaidMonths: number;
  readonly paidThrough?: Period;
}

/** Cover of a wage earner on a day, with one employer, from what had been paid by then (E-11, section 3.10). */
export function employedCoverageOn(day: LocalDate, employment: Employment): EmployedCoverage {
  const { startedOn, endedOn, employerPaidFirstOn } = employment;
  const paid = paidMonthsOn(day, employment.paid);
  const months = {
    employerArrearsMonths: arrearsOn(day, startedOn, paid),
    totalPaidMonths: paid.length,
    ...(paid.length > 0 && { paidThrough: paid.at(-1) }),
  };
  const told = (status: CoverageStatus, reason: EmployedCoverReason) => ({ status, reason, ...months });
  if (day < startedOn) return told('NEVER', 'NOT_STARTED');
  if (employerPaidFirstOn === undefined || day < employerPaidFirstOn) {
    return told('NEVER', 'EMPLOYER_NEVER_PAID');
  }
  if (endedOn !== undefined && day > endedOn) return told('INACTIVE', 'ENDED');
  if (months.employerArrearsMonths > inForce(ARREARS_MONTHS, day).value) {
    return told('INACTIVE', 'EMPLOYER_PAYS_FIRST');
  }
  if (months.employerArrearsMonths > 0) return told('ACTIVE', 'EMPLOYER_IN_ARREARS');
  return told('ACTIVE', paid.includes(periodOf(day)) ? 'CONTRIBUTIONS_PAID' : 'NOT_DUE_YET');
}

/** The months up to that of the day for which money had come by then, each once, in order. */
function paidMonthsOn(day: LocalDate, paid: readonly PaidPeriod[]): readonly Period[] {
  const known = paid.filter((one) => receivedOn(one) <= day && one.period <= periodOf(day));
  return [...new Set(known.map(({ period }) => period))].sort();
}

/** How many months in a row, back from the last one that is due, are unpaid. */
function arrearsOn(day: LocalDate, startedOn: LocalDate, paid: readonly Period[]): number {
  const first = periodOf(startedOn);
  const begun = periodsFrom(first, Math.max(0, monthsBetween(first, periodOf(day)) + 1));
  const due = begun.filter((month) => contributionDueDate(month, 'PU') < day);
  const lastPaid = due.findLastIndex((month) => paid.includes(month));
  return due.length - 1 - lastPaid;
}
