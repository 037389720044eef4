import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as kernel from '#kernel';
import type { Scalar } from '#kernel';
import { valuesOf } from './values.js';

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'object' && value !== null && 'fits' in value && 'normal' in value;
}

/** Those with bounds of their own, as requests use them. */
const BOUNDED: Readonly<Record<string, Scalar>> = {
  text: kernel.text({ max: 2000 }),
  line: kernel.line({ max: 60 }),
  integer: kernel.wholeNumber({ min: 1, max: 12 }),
  amount: kernel.wholeRupiah({ min: 1 }),
  measure: kernel.measure({ min: 0, max: 100 }),
  code: kernel.oneOf(['A', 'B']),
};

const SCALARS = [
  ...Object.entries(kernel).filter(([, value]) => isScalar(value)),
  ...Object.entries(BOUNDED),
] as [string, Scalar][];

describe('values made by chance', () => {
  it.each(SCALARS)('of %s are accepted, and written in one way', (_name, scalar) => {
    fc.assert(
      fc.property(valuesOf(scalar), (value) => {
        const kept = scalar.normal(value);
        expect(scalar.fits(kept)).toBe(true);
        expect(scalar.normal(kept)).toBe(kept);
        expect(JSON.parse(JSON.stringify(kept))).toBe(kept);
      }),
      { seed: 2026, numRuns: 200 },
    );
  });

  it('are known of every scalar of the kernel', () => {
    expect(SCALARS.length).toBeGreaterThan(20);
  });
});
