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
import { ROUNDING } from './conventions.js';

/**
 * An exact value together with the arithmetic a person can read, so that the two cannot disagree. The text is written when
 * somebody asks: most calculations are only counted.
 */
export interface Expression {
  readonly text: () => string;
  readonly value: Fraction;
  /** `value` needs no calculation; `sum` needs brackets in a product; `limited` already shows its result. */
  readonly form: 'value' | 'product' | 'sum' | 'limited';
}

export const money = (amount: Rupiah): Expression => ({
  text: () => formatRupiah(amount),
  value: exactly(amount),
  form: 'value',
});

export const count = (number: number): Expression => ({
  text: () => formatRupiah(number),
  value: fraction(number),
  form: 'value',
});

/** A percentage given in digits, such as `"4.5"`. */
export const rate = (digits: string): Expression => ({
  text: () => `${digits}%`,
  value: percent(digits),
  form: 'value',
});

export const ratio = (numerator: number, denominator: number): Expression => ({
  text: () => `${formatRupiah(numerator)}/${formatRupiah(denominator)}`,
  value: fraction(numerator, denominator),
  form: 'value',
});

export function product(...factors: readonly Expression[]): Expression {
  return {
    text: () => factors.map(({ form, text }) => (form === 'sum' ? `(${text()})` : text())).join(' × '),
    value: productOf(factors),
    form: factors.length === 1 ? factors[0]!.form : 'product',
  };
}

function productOf(factors: readonly Expression[]): Fraction {
  let value = ONE;
  for (const factor of factors) value = value === ONE ? factor.value : times(value, factor.value);
  return value;
}

const ONE = fraction(1);

export function sum(...terms: readonly Expression[]): Expression {
  if (terms.length === 1) return terms[0]!;
  return {
    text: () => terms.map(({ text }) => text()).join(' + '),
    value: terms.reduce((result, term) => plus(result, term.value), fraction(0)),
    form: 'sum',
  };
}

/** `from − amount`, never less than nothing. */
export function less(from: Expression, taken: Expression): Expression {
  const rest = plus(from.value, times(fraction(-1), taken.value));
  return {
    text: () => `${from.text()} − ${taken.text()}`,
    value: isNegative(rest) ? fraction(0) : rest,
    form: 'sum',
  };
}

/** The expression, but never more than `ceiling`. */
export function atMost(ceiling: Rupiah, expression: Expression): Expression {
  const limit = exactly(ceiling);
  if (compareFractions(expression.value, limit) <= 0) return expression;
  return {
    text: () => `${result(expression)} → max ${formatRupiah(ceiling)}`,
    value: limit,
    form: 'limited',
  };
}

/** The expression, but never less than `floor`. */
export function atLeast(floor: Rupiah, expression: Expression): Expression {
  const limit = exactly(floor);
  if (compareFractions(expression.value, limit) >= 0) return expression;
  return {
    text: () => `${result(expression)} → min ${formatRupiah(floor)}`,
    value: limit,
    form: 'limited',
  };
}

/** The amount in whole rupiah, rounded here and nowhere before. */
export const amountOf = ({ value }: Expression): Rupiah =>
  ROUNDING.value === 'HALF_UP' ? toRupiah(value) : rupiah(roundDown(value));

/** The arithmetic as a claimant reads it: `9% × 80 × 5,000,000 = 36,000,000`. */
export function result(expression: Expression): string {
  if (expression.form === 'value' || expression.form === 'limited') return expression.text();
  return `${expression.text()} = ${formatRupiah(amountOf(expression))}`;
}
