/** An exact rational number. Money and percentages are computed with these and rounded once. */
export interface Fraction {
  readonly numerator: bigint;
  /** Always positive; the fraction is in lowest terms. */
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/**
 * `numerator / denominator` in lowest terms.
 * @throws RangeError for a zero denominator or a number that is not a safe integer
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [toInteger(numerator), toInteger(denominator)];
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero');
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n, d) || 1n;
  return { numerator: (sign * n) / divisor, denominator: (sign * d) / divisor };
}

function toInteger(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return BigInt(value);
}

/** Reads a decimal written in digits, such as `"4.5"`, exactly. */
export function decimal(digits: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) throw new RangeError(`Not a decimal number: ${digits}`);
  const [, sign, whole = '', part = ''] = match;
  return fraction(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length));
}

/** A percentage written in digits: `percent("4.5")` is 9/200. */
export function percent(digits: string): Fraction {
  return times(decimal(digits), fraction(1n, 100n));
}

/** The exact sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The exact product. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest integer, halves away from zero ("half up" for money). */
export function roundHalfUp({ numerator, denominator }: Fraction): bigint {
  const doubled = 2n * (numerator < 0n ? -numerator : numerator) + denominator;
  const rounded = doubled / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}
