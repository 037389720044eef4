import type { LocalDate, Rupiah } from '#kernel';
import { EMPLOYER_PROGRAMMES, type EmployerSize } from '../employer/employer.rules.js';
import { contributionsDue, programmeNotJoined, wageShortfall } from '../employer/liabilities.js';
import { type Calculation, calculation, type OwedComponent } from '../kernel/calculation.js';
import { invalid } from '../kernel/input-error.js';
import { owedInFull, shortfall, withOwed } from '../kernel/owed.js';
import { inForce, lawDayOf } from '../kernel/rule.js';
import { holds, withFacts } from '../kernel/watching.js';
import { calculatePuContribution, type PuContributionInput } from './contribution-pu.js';
import type { LabourIntensiveFacts } from './labour-intensive.js';
import { calculateLateFine } from './late-fine.js';

/** What an employer failed to do in a month, as far as contributions depend on it. */
export interface EmployerLapses {
  /** The wage that was really earned, rupiah a month, where less was reported. */
  readonly actualMonthlyWage?: Rupiah;
  /** Its size, which says what it has to join. */
  readonly employerSize?: EmployerSize;
  /** For how many months the contribution is late: until it is paid it is owed, with the fine. */
  readonly monthsLate?: number;
}

export interface BilledMonth extends PuContributionInput, EmployerLapses {}

/** What a month is billed (`calculatePuContribution`), and beside it what the employer owes for what it failed to do. */
export function calculateBilledMonth(input: BilledMonth): Calculation {
  const billed = calculatePuContribution(input);
  const { actualMonthlyWage, employerSize, monthsLate } = input;
  if (actualMonthlyWage === undefined && employerSize === undefined && monthsLate === undefined)
    return billed;
  return withOwed(billed, owedFor(input, billed));
}

/**
 * Of staff of a state body that are no civil servants (non-ASN): as of wage earners (E-19), but a state body is no industry, and no
 * size of it says what it has to join.
 */
export type NonAsnContributionInput = Omit<BilledMonth, keyof LabourIntensiveFacts | 'employerSize'>;

export interface EmployerDuesInput {
  /** Month by month. */
  readonly months: readonly BilledMonth[];
}

/**
 * What an employer owes over some months: contributions that are due with their fine, those of programmes it had to join, and
 * what is missing because it reported too low a wage. Nothing of it is billed here, so the total is zero.
 * @throws Rejection MISSING_FIELD without a month
 */
export function calculateEmployerDues({ months }: EmployerDuesInput): Calculation {
  const last = months.at(-1);
  if (!last) throw invalid('MISSING_FIELD', 'months needs one month at least');
  const owed = months.flatMap((month) => owedFor(month, calculatePuContribution(month)));
  return withOwed(calculation(lawDayOf(last.period), []), owed);
}

function owedFor(input: BilledMonth, billed: Calculation): readonly OwedComponent[] {
  const on = lawDayOf(input.period);
  return [...lateFor(input, billed, on), ...missingFor(input, billed, on), ...notJoinedFor(input, on)];
}

function lateFor(input: BilledMonth, billed: Calculation, on: LocalDate): readonly OwedComponent[] {
  const { monthsLate = 0 } = input;
  if (monthsLate === 0) return [];
  const fine = calculateLateFine(withFacts(input, { contributionDue: billed.totalIdr, monthsLate }));
  return owedInFull([...billed.components, ...fine.components], contributionsDue(on));
}

function missingFor(input: BilledMonth, billed: Calculation, on: LocalDate): readonly OwedComponent[] {
  const { monthlyWage, actualMonthlyWage = monthlyWage } = input;
  if (actualMonthlyWage <= monthlyWage) return [];
  const earned = calculatePuContribution(withFacts(input, { monthlyWage: actualMonthlyWage }));
  return shortfall(billed.components, earned.components, wageShortfall(on));
}

function notJoinedFor(input: BilledMonth, on: LocalDate): readonly OwedComponent[] {
  const { employerSize, programs: joined = ['JKK', 'JKM'] } = input;
  if (employerSize === undefined) return [];
  const version = inForce(EMPLOYER_PROGRAMMES, on);
  const programs = version.value[employerSize].filter((program) => !holds(joined, program));
  if (programs.length === 0) return [];
  const wage = input.actualMonthlyWage ?? input.monthlyWage;
  const { components } = calculatePuContribution(withFacts(input, { monthlyWage: wage, programs }));
  return owedInFull(components, programmeNotJoined(version));
}
