import { compareFractions, type Fraction, fraction } from '#kernel';
import { ROUNDING } from '../kernel/conventions.js';
import { NotComputable } from './not-computable.js';

/**
 * Exact rates as whole numbers over one denominator, so that a column of amounts is multiplied, rounded once and never
 * touched by a floating percentage: `floor((numerator × base + half) / denominator)`.
 */
export interface SharedRates {
  readonly numerators: Float64Array;
  readonly denominator: number;
  /** What rounding adds: half the denominator. */
  readonly half: number;
  /** The largest base for which every step stays below 2^53. */
  readonly largestBase: number;
}

/** @throws NotComputable for a negative rate, or for rates that have no common denominator below 2^53 */
export function sharedRates(rates: readonly Fraction[]): SharedRates {
  let denominator = 2;
  for (const rate of rates) {
    if (compareFractions(rate, fraction(0)) < 0)
      throw new NotComputable('A rate is not negative', 'Tarif tidak boleh negatif');
    const own = Number(fraction(rate.numerator, rate.denominator).denominator);
    denominator = (denominator / greatestCommonDivisor(denominator, own)) * own;
  }
  const numerators = Float64Array.from(
    rates,
    (rate) => Number(rate.numerator) * (denominator / Number(rate.denominator)),
  );
  if (![denominator, ...numerators].every(Number.isSafeInteger)) {
    throw new NotComputable(
      'These rates have too many decimals to be computed exactly',
      'Tarif ini terlalu banyak desimalnya untuk dihitung secara eksak',
    );
  }
  const half = ROUNDING.value === 'HALF_UP' ? denominator / 2 : 0;
  const largest = Math.max(1, ...numerators);
  return {
    numerators,
    denominator,
    half,
    largestBase: Math.floor((Number.MAX_SAFE_INTEGER - half) / largest),
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
