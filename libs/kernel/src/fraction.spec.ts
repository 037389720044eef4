import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareFractions,
  decimal,
  fraction,
  percent,
  plus,
  roundDown,
  roundHalfUp,
  times,
} from './fraction.js';

describe('a fraction', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3, denominator: 2 });
  });

  it('reads decimals and percentages exactly', () => {
    expect(decimal('4.5')).toEqual(fraction(9, 2));
    expect(percent('0.24')).toEqual(fraction(24, 10_000));
  });

  it.each([
    [fraction(1, 2), 1],
    [fraction(-1, 2), -1],
    [fraction(2_000_000, 3), 666_667],
    [fraction(1_000_000, 3), 333_333],
  ])('rounds %j half up to %s', (exact, rounded) => {
    expect(roundHalfUp(exact)).toBe(rounded);
  });

  it.each([() => fraction(1, 0), () => fraction(0.5), () => fraction(Number.NaN), () => decimal('1e3')])(
    'refuses what is not exact (%#)',
    (make) => {
      expect(make).toThrow(RangeError);
    },
  );

  it('knows one zero only', () => {
    const zero = { numerator: 0, denominator: 1 };
    expect([times(fraction(0), fraction(-1)), fraction(-0), plus(fraction(-0), fraction(-0))]).toStrictEqual([
      zero,
      zero,
      zero,
    ]);
  });

  it('adds and multiplies like rational numbers', () => {
    const any = fc
      .tuple(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([numerator, denominator]) => fraction(numerator, denominator));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compareFractions(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(0);
      }),
    );
  });

  it('is as exact past the safe integers as below them', () => {
    const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    const part = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(whole, part, whole, part, (a, b, c, d) => {
        const [left, right] = [fraction(a, b), fraction(c, d)];
        const [sum, product] = [plus(left, right), times(left, right)];
        expect(BigInt(sum.numerator) * b * d).toBe((a * d + c * b) * BigInt(sum.denominator));
        expect(BigInt(product.numerator) * b * d).toBe(a * c * BigInt(product.denominator));
        expect(Math.sign(compareFractions(left, right))).toBe(Number(a * d > c * b) - Number(a * d < c * b));
      }),
    );
  });

  it('is rounded as whole numbers are, whatever it is made of', () => {
    const small = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 2 ** 30 }), (n, d) => {
        const size = BigInt(Math.abs(n));
        const nearest = Number((2n * size + BigInt(d)) / (2n * BigInt(d)));
        expect(roundHalfUp(fraction(n, d))).toBe(n < 0 && nearest > 0 ? -nearest : nearest);
        expect(roundDown(fraction(n, d))).toBe(Number(BigInt(n) / BigInt(d)));
      }),
    );
    expect(roundHalfUp(fraction(10n ** 30n + 1n, 2n * 10n ** 24n))).toBe(500_000);
  });
});
