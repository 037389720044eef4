import type { LocalDate, Rupiah } from '#kernel';
import { type Calculation, calculation } from '../kernel/calculation.js';
import { component } from '../kernel/component.js';
import { count, type Expression, money, oneIn, product, ratio, sum } from '../kernel/expression.js';
import { invalid } from '../kernel/input-error.js';
import { NEWEST_LAW } from '../kernel/laws.js';
import { inForce, type VersionInForce } from '../kernel/rule.js';
import { WAGE_CONVERSION, type WageConversion, type WorkWeek } from './wage.rules.js';

export const WAGE_KINDS = ['DAILY', 'PIECE', 'WEATHER'] as const;
export type WageKind = (typeof WAGE_KINDS)[number];

export interface WageMonthInput {
  readonly kind: WageKind;
  /** DAILY: rupiah a day and the working days of a week. */
  readonly dailyWage?: Rupiah;
  readonly workDaysPerWeek?: WorkWeek;
  /** PIECE: the last 3 months; WEATHER: the last 12. Rupiah a month. */
  readonly monthlyWages?: readonly Rupiah[];
  /** The event for which the wage is wanted; the newest law unless given. */
  readonly eventDate?: LocalDate;
}

/**
 * A month's wage out of daily, piece-rate or weather-dependent work. No benefit: it is what benefits are computed from.
 * @throws Rejection MISSING_FIELD, OUT_OF_RANGE for another number of months than the law asks for
 */
export function calculateWageMonth(input: WageMonthInput): Calculation {
  const { kind, eventDate = NEWEST_LAW } = input;
  const version = inForce(WAGE_CONVERSION, eventDate);
  const expression = kind === 'DAILY' ? fromDays(input, version) : meanOf(input, version);
  return calculation(eventDate, [
    component(WAGE_CONVERSION, version, {
      expression,
      inputs: { kind, ...(kind === 'DAILY' && ofDays(input)) },
    }),
  ]);
}

const ofDays = ({ dailyWage, workDaysPerWeek }: WageMonthInput) => ({ dailyWage, workDaysPerWeek });

function fromDays(
  { dailyWage, workDaysPerWeek }: WageMonthInput,
  version: VersionInForce<WageConversion>,
): Expression {
  if (dailyWage === undefined || workDaysPerWeek === undefined) {
    throw invalid('MISSING_FIELD', 'DAILY needs dailyWage and workDaysPerWeek');
  }
  return product(
    money(dailyWage, 'dailyWage'),
    count(version.value.daysInMonth[workDaysPerWeek], version, `daysInMonth.${workDaysPerWeek}`),
  );
}

function meanOf({ kind, monthlyWages }: WageMonthInput, version: VersionInForce<WageConversion>): Expression {
  const part = kind === 'PIECE' ? 'pieceMonths' : 'weatherMonths';
  const months = version.value[part];
  if (monthlyWages === undefined) throw invalid('MISSING_FIELD', `${kind} needs monthlyWages`);
  if (monthlyWages.length !== months)
    throw invalid('OUT_OF_RANGE', `${kind} takes the mean of ${months} months`);
  const total = sum(...monthlyWages.map((wage, index) => money(wage, `monthlyWages.${index}`)));
  return product(
    total,
    ratio(1, months, () => oneIn(count(months, version, part))),
  );
}
