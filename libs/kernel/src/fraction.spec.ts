import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, fraction, percent, plus, roundHalfUp, times } from './fraction.js';

describe('a fraction', () => {
  it('is kept in lowest terms with a positive denominator', () => {
    expect(fraction(6, -4)).toEqual({ numerator: -3n, denominator: 2n });
  });

  it('reads decimals and percentages exactly', () => {
    expect(decimal('4.5')).toEqual(fraction(9, 2));
    expect(percent('0.24')).toEqual(fraction(24, 10_000));
  });

  it.each([
    [fraction(1, 2), 1n],
    [fraction(-1, 2), -1n],
    [fraction(2_000_000, 3), 666_667n],
    [fraction(1_000_000, 3), 333_333n],
  ])('rounds %j half up to %s', (exact, rounded) => {
    expect(roundHalfUp(exact)).toBe(rounded);
  });

  it.each([() => fraction(1, 0), () => fraction(0.5), () => fraction(Number.NaN), () => decimal('1e3')])(
    'refuses what is not exact (%#)',
    (make) => {
      expect(make).toThrow(RangeError);
    },
  );

  it('adds and multiplies like rational numbers', () => {
    const any = fc
      .tuple(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }))
      .map(([numerator, denominator]) => fraction(numerator, denominator));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
      }),
    );
  });
});
