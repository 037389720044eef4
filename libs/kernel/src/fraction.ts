/**
 * An exact rational number. Money and percentages are computed with these and rounded once. Both parts are numbers while they
 * are safe integers, which is nearly always and many times quicker; past that they are bigints, and no less exact.
 */
export interface Fraction {
  readonly numerator: number | bigint;
  /** Always positive. */
  readonly denominator: number | bigint;
}

const { isSafeInteger, MAX_SAFE_INTEGER: LARGEST } = Number;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}

/**
 * `numerator / denominator` in lowest terms.
 * @throws RangeError for a zero denominator or a number that is not a safe integer
 */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1): Fraction {
  if (denominator === 1 && typeof numerator === 'number' && isSafeInteger(numerator)) {
    return { numerator: unsignedZero(numerator), denominator };
  }
  const [n, d] = [toInteger(numerator), toInteger(denominator)];
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero');
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n, d) || 1n;
  return ofSmallest((sign * n) / divisor, (sign * d) / divisor);
}

/** Numbers know a zero below zero, fractions do not. */
const unsignedZero = (number: number) => number + 0;

function ofSmallest(numerator: bigint, denominator: bigint): Fraction {
  const [n, d] = [Number(numerator), Number(denominator)];
  return isSafeInteger(n) && isSafeInteger(d) ? { numerator: n, denominator: d } : { numerator, denominator };
}

function toInteger(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value;
  if (!isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
  return BigInt(value);
}

/** Reads a decimal written in digits, such as `"4.5"`, exactly. */
export function decimal(digits: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) throw new RangeError(`Not a decimal number: ${digits}`);
  const [, sign, whole = '', part = ''] = match;
  return fraction(BigInt(`${sign}${whole}${part}`), 10n ** BigInt(part.length));
}

const PERCENTAGES = new Map<string, Fraction>();
const MOST_PERCENTAGES = 1_000;

/** A percentage written in digits: `percent("4.5")` is 9/200. */
export function percent(digits: string): Fraction {
  const known = PERCENTAGES.get(digits);
  if (known) return known;
  const { numerator, denominator } = times(decimal(digits), fraction(1, 100));
  const read = fraction(numerator, denominator);
  // Those of the law are few; those of a doctor are not worth keeping for ever.
  if (PERCENTAGES.size >= MOST_PERCENTAGES) PERCENTAGES.clear();
  PERCENTAGES.set(digits, read);
  return read;
}

/** The exact sum. */
export function plus(a: Fraction, b: Fraction): Fraction {
  const { numerator: an, denominator: ad } = a;
  const { numerator: bn, denominator: bd } = b;
  if (typeof an === 'number' && typeof ad === 'number' && typeof bn === 'number' && typeof bd === 'number') {
    // Where one denominator divides the other, a sum of many terms keeps a small one.
    const [overA, overB] = bd % ad === 0 ? [bd / ad, 1] : ad % bd === 0 ? [1, ad / bd] : [bd, ad];
    const left = an * overA;
    const right = bn * overB;
    const numerator = left + right;
    const denominator = ad * overA;
    if (isSafe(left) && isSafe(right) && isSafe(numerator) && denominator <= LARGEST) {
      return { numerator, denominator };
    }
  }
  const [n, d] = [BigInt(an) * BigInt(bd) + BigInt(bn) * BigInt(ad), BigInt(ad) * BigInt(bd)];
  return fraction(n, d);
}

/** The exact product. */
export function times(a: Fraction, b: Fraction): Fraction {
  const { numerator: an, denominator: ad } = a;
  const { numerator: bn, denominator: bd } = b;
  if (typeof an === 'number' && typeof ad === 'number' && typeof bn === 'number' && typeof bd === 'number') {
    const numerator = an * bn;
    const denominator = ad * bd;
    if (isSafe(numerator) && denominator <= LARGEST)
      return { numerator: unsignedZero(numerator), denominator };
  }
  return fraction(BigInt(an) * BigInt(bn), BigInt(ad) * BigInt(bd));
}

/** A sum or product of safe integers that comes out like this was not rounded on the way. */
const isSafe = (result: number) => result <= LARGEST && result >= -LARGEST;

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const { numerator: an, denominator: ad } = a;
  const { numerator: bn, denominator: bd } = b;
  if (typeof an === 'number' && typeof ad === 'number' && typeof bn === 'number' && typeof bd === 'number') {
    const left = an * bd;
    const right = bn * ad;
    if (isSafe(left) && isSafe(right)) return left - right;
  }
  const difference = BigInt(an) * BigInt(bd) - BigInt(bn) * BigInt(ad);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether it is less than nothing. */
export const isNegative = ({ numerator }: Fraction): boolean => numerator < 0;

/** The nearest integer, halves away from zero ("half up" for money). Past 2^53 it is not exact. */
export function roundHalfUp({ numerator, denominator }: Fraction): number {
  if (typeof numerator === 'number' && typeof denominator === 'number') {
    const size = Math.abs(numerator);
    const rest = size % denominator;
    const rounded = (size - rest) / denominator + (rest >= denominator - rest ? 1 : 0);
    return numerator < 0 && rounded > 0 ? -rounded : rounded;
  }
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  const rounded = Number((2n * (n < 0n ? -n : n) + d) / (2n * d));
  return n < 0n && rounded > 0 ? -rounded : rounded;
}

/** The integer towards zero. Past 2^53 it is not exact. */
export function roundDown({ numerator, denominator }: Fraction): number {
  return Number(BigInt(numerator) / BigInt(denominator));
}
