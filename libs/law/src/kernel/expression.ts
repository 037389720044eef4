import {
  compareFractions,
  exactly,
  formatRupiah,
  type Fraction,
  fraction,
  isNegative,
  percent,
  plus,
  roundDown,
  type Rupiah,
  rupiah,
  times,
  toRupiah,
} from '#kernel';
import type { Convention } from './convention.js';
import { ROUNDING } from './conventions.js';
import type { VersionInForce } from './rule.js';

/**
 * Where a number comes from: the field of the request with this name (`injuries.0.units` within a list), the version of a
 * rule that is in force, a convention, or how it was worked out before it was written as one number. That is a function,
 * because few calculations are explained.
 */
export type Source = string | VersionInForce<unknown> | Convention<unknown> | (() => Expression);

/** What is done with the numbers of an expression. `READ` does nothing: it is a leaf, or a number worked out elsewhere; `FACT` is a field that is no number. */
export type Operation =
  | 'READ'
  | 'FACT'
  | 'MULTIPLY'
  | 'ADD'
  | 'SUBTRACT'
  | 'AT_MOST'
  | 'AT_LEAST'
  | 'DIVIDE'
  | 'ONE_IN'
  | 'IN_YEARS'
  | 'WITHOUT_PERCENT'
  | 'LOOK_UP'
  | 'COUNT';

/** `value` needs no calculation; `sum` needs brackets in a product; `limited` already shows its result. */
type Form = 'value' | 'product' | 'sum' | 'limited';

/**
 * An exact value together with the arithmetic a person can read and the numbers it was made of, so that none of them can
 * disagree. Texts and reasons are written when somebody asks: most calculations are only counted.
 */
export interface Expression {
  readonly value: Fraction;
  readonly form: Form;
  readonly operation: Operation;
  /** The numbers it was made of. */
  readonly of: readonly Expression[];
  /** Of a leaf: where it was read. */
  readonly source?: Source;
  /** Which number of the rule it is, where the rule holds several: `monthly`, `3.base`. */
  readonly part?: string;
  text(): string;
}

/** A class, because an object literal with a closure for its text costs more than the arithmetic. */
class Term implements Expression {
  constructor(
    readonly operation: Operation,
    readonly form: Form,
    readonly value: Fraction,
    readonly of: readonly Expression[],
    /** The digits of a leaf. */
    private readonly digits: number | string = '',
    readonly source?: Source,
    readonly part?: string,
  ) {}

  text(): string {
    return TEXTS[this.operation](this.of, this.digits);
  }
}

const NOTHING: readonly Expression[] = [];

const TEXTS: Readonly<Record<Operation, (of: readonly Expression[], digits: number | string) => string>> = {
  READ: (_, digits) => (typeof digits === 'number' ? formatRupiah(digits) : digits),
  FACT: (_, digits) => String(digits),
  MULTIPLY: (of) => of.map((factor) => inProduct(factor)).join(' × '),
  ADD: (of) => of.map((term) => term.text()).join(' + '),
  SUBTRACT: ([from, taken]) => `${from!.text()} − ${taken!.text()}`,
  AT_MOST: ([expression, ceiling]) => `${result(expression!)} → max ${ceiling!.text()}`,
  AT_LEAST: ([expression, floor]) => `${result(expression!)} → min ${floor!.text()}`,
  DIVIDE: ([dividend, divisor]) => `${inProduct(dividend!)} ÷ ${inProduct(divisor!)}`,
  WITHOUT_PERCENT: ([points]) => `100/(100 + ${points!.text()})`,
  ONE_IN: ([parts]) => `1/${parts!.text()}`,
  IN_YEARS: ([months]) => `${months!.text()}/12`,
  LOOK_UP: ([found]) => found!.text(),
  COUNT: (_, digits) => (typeof digits === 'number' ? formatRupiah(digits) : digits),
};

const inProduct = (factor: Expression) => (factor.form === 'sum' ? `(${factor.text()})` : factor.text());

/** An amount; `part` says which number of a rule with several it is. */
export const money = (amount: Rupiah, source?: Source, part?: string): Expression =>
  new Term('READ', 'value', exactly(amount), NOTHING, amount, source, part);

export const count = (number: number, source?: Source, part?: string): Expression =>
  new Term('READ', 'value', fraction(number), NOTHING, number, source, part);

/** A percentage given in digits, such as `"4.5"`. */
export const rate = (digits: string, source?: Source, part?: string): Expression =>
  new Term('READ', 'value', percent(digits), NOTHING, `${digits}%`, source, part);

export const ratio = (numerator: number, denominator: number, source?: Source, part?: string): Expression =>
  new Term(
    'READ',
    'value',
    fraction(numerator, denominator),
    NOTHING,
    `${formatRupiah(numerator)}/${formatRupiah(denominator)}`,
    source,
    part,
  );

export function product(...factors: readonly Expression[]): Expression {
  const form = factors.length === 1 ? factors[0]!.form : 'product';
  return new Term('MULTIPLY', form, productOf(factors), factors);
}

function productOf(factors: readonly Expression[]): Fraction {
  let value = ONE;
  for (const factor of factors) value = value === ONE ? factor.value : times(value, factor.value);
  return value;
}

const ONE = fraction(1);
const NONE = fraction(0);

export function sum(...terms: readonly Expression[]): Expression {
  if (terms.length === 1) return terms[0]!;
  const value = terms.reduce((result, term) => plus(result, term.value), NONE);
  return new Term('ADD', 'sum', value, terms);
}

/** `from − amount`, never less than nothing. */
export function less(from: Expression, taken: Expression): Expression {
  const rest = plus(from.value, times(fraction(-1), taken.value));
  const value = isNegative(rest) ? NONE : rest;
  return new Term('SUBTRACT', 'sum', value, [from, taken]);
}

/** The expression, but never more than `ceiling`. */
export function atMost(ceiling: Rupiah, expression: Expression, source?: Source, part?: string): Expression {
  const limit = exactly(ceiling);
  if (compareFractions(expression.value, limit) <= 0) return expression;
  return new Term('AT_MOST', 'limited', limit, [expression, money(ceiling, source, part)]);
}

/** The expression, but never less than `floor`. */
export function atLeast(floor: Rupiah, expression: Expression, source?: Source, part?: string): Expression {
  const limit = exactly(floor);
  if (compareFractions(expression.value, limit) >= 0) return expression;
  return new Term('AT_LEAST', 'limited', limit, [expression, money(floor, source, part)]);
}

/** What holds of two when one limits the other, whatever it is that they count: for reasons, where nothing is cut silently. */
export const limitedTo = (limit: Expression, expression: Expression): Expression =>
  new Term(
    'AT_MOST',
    'limited',
    compareFractions(expression.value, limit.value) <= 0 ? expression.value : limit.value,
    [expression, limit],
  );

/** What of a length lies within one stretch of it: after the stretches before, and no more than this one holds. */
export function within(length: Expression, before: readonly Expression[], most?: Expression): Expression {
  const rest = before.length === 0 ? length : less(length, sum(...before));
  return most ? limitedTo(most, rest) : rest;
}

/** @throws RangeError for a divisor of zero */
export const quotient = (dividend: Expression, divisor: Expression): Expression =>
  new Term('DIVIDE', 'product', times(dividend.value, inverse(divisor.value)), [dividend, divisor]);

/** The part of a price that is left without so many hundredths on top of it, such as a VAT of 11. */
export const withoutPercent = (points: Expression): Expression =>
  new Term('WITHOUT_PERCENT', 'value', times(HUNDRED, inverse(plus(HUNDRED, points.value))), [points]);

const HUNDRED = fraction(100);
const inverse = ({ numerator, denominator }: Fraction) => fraction(denominator, numerator);

/** One of so many equal parts. @throws RangeError for none */
export const oneIn = (parts: Expression): Expression =>
  new Term('ONE_IN', 'value', inverse(parts.value), [parts]);

/** Months as years. */
export const inYears = (months: Expression): Expression =>
  new Term('IN_YEARS', 'value', times(months.value, fraction(1, 12)), [months]);

/** A number of a rule that holds several, and what it was chosen by: the income, the class of risk, the side of a body. */
export const lookUp = (found: Expression, ...by: readonly Expression[]): Expression =>
  new Term('LOOK_UP', 'value', found.value, [found, ...by]);

/** A number that no arithmetic gives, such as days between two dates: what it was counted from says why it is that one. */
export const counted = (number: number, ...from: readonly Expression[]): Expression =>
  new Term('COUNT', 'value', fraction(number), from, number);

/** A field that is no number, such as a date, as something that others are counted from. */
export const fact = (field: string): Expression => new Term('FACT', 'value', NONE, NOTHING, field, field);

/** The amount in whole rupiah, rounded here and nowhere before. */
export const amountOf = ({ value }: Expression): Rupiah =>
  ROUNDING.value === 'HALF_UP' ? toRupiah(value) : rupiah(roundDown(value));

/** The arithmetic as a claimant reads it: `9% × 80 × 5,000,000 = 36,000,000`. */
export function result(expression: Expression): string {
  if (expression.form === 'value' || expression.form === 'limited') return expression.text();
  return `${expression.text()} = ${formatRupiah(amountOf(expression))}`;
}
