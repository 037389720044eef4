import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rupiah, sumRupiah } from '#kernel';
import { shareOut } from './share-out.js';

describe('a sum in shares', () => {
  it('is whole rupiah, and what is left over is the first one’s', () => {
    expect(shareOut(rupiah(42_000_000), [1, 1])).toEqual([21_000_000, 21_000_000]);
    expect(shareOut(rupiah(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(shareOut(rupiah(42_000_001), [2, 1])).toEqual([28_000_001, 14_000_000]);
  });

  it('comes to the sum, whatever it is and however many share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }),
        (sum, parts) => {
          const shares = shareOut(rupiah(sum), parts);
          expect(sumRupiah(shares)).toBe(sum);
          expect(shares.every((share) => share >= 0)).toBe(true);
        },
      ),
    );
  });

  it('has parts', () => {
    expect(() => shareOut(rupiah(1), [0, 1])).toThrow(RangeError);
  });
});
