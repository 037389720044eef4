import { describe, expect, it } from '@jest/globals';
import { percent } from './fraction.js';
import { dottedRupiah, formatRupiah, inProportion, rupiah, share, sumRupiah } from './rupiah.js';

describe('rupiah', () => {
  it.each([0.5, Number.NaN, Infinity, 2 ** 53, '10' as unknown as number])('refuses %p', (amount) => {
    expect(() => rupiah(amount)).toThrow(RangeError);
  });

  it('takes a share with one rounding, half up', () => {
    expect(share(percent('0.89'), rupiah(12_000_000))).toBe(106_800);
    expect(share(percent('50'), rupiah(1))).toBe(1);
  });

  it('shares a part out in proportion, to the rupiah, and takes no more of one than it is', () => {
    const of = (amounts: number[], part: number) => inProportion(amounts.map(rupiah), rupiah(part));
    expect(of([20_000_000, 22_000_000], 42_000_000)).toEqual([20_000_000, 22_000_000]);
    expect(of([10, 10, 10], 11)).toEqual([5, 3, 3]);
    expect(of([1, 10, 10], 20)).toEqual([1, 10, 9]);
    expect(of([0, 0], 0)).toEqual([0, 0]);
    expect(of([], 0)).toEqual([]);
  });

  it('adds up and is written in groups of three', () => {
    expect(sumRupiah([rupiah(20_000_000), rupiah(12_000_000), rupiah(10_000_000)])).toBe(42_000_000);
    expect([0, 999, 16_800, 105_000_000].map(formatRupiah)).toEqual(['0', '999', '16,800', '105,000,000']);
    expect([999, 105_000_000].map(dottedRupiah)).toEqual(['999', '105.000.000']);
  });
});
