import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome } from '../spec/outcome.js';

describe('the contribution of a construction project', () => {
  const jakon = (facts: object) => ({ calculator: 'CONTRIB_JAKON', ...facts });

  it.each([
    [100_000_000, 210_000, 30_000],
    [500_000_000, 890_000, 110_000],
    [1_000_000_000, 1_540_000, 210_000],
    [5_000_000_000, 5_940_000, 610_000],
    [6_000_000_000, 6_840_000, 710_000],
    [100_000_100, 210_000, 30_000],
    [100_001_000, 210_002, 30_000],
  ])('of %i without VAT is JKK %i and JKM %i', (contractValueExVat, jkk, jkm) => {
    expect(outcome(jakon({ contractValueExVat }))).toEqual([`CONTRIB_JKK ${jkk}`, `CONTRIB_JKM ${jkm}`]);
  });

  it.each([
    ['2022-03-31', 1_320_000_000],
    ['2022-04-01', 1_332_000_000],
  ])('takes the VAT of %s out of a value that includes it', (contractDate, contractValueInclVat) => {
    expect(outcome(jakon({ contractDate, contractValueInclVat }))).toEqual([
      'CONTRIB_JKK 1760000',
      'CONTRIB_JKM 230000',
    ]);
  });

  it('shows every slice with its rate', () => {
    const [jkk, jkm] = calculate(jakon({ contractValueExVat: 6_000_000_000 })).components;
    expect(jkk!.arithmetic).toBe(
      '0.21% × 100,000,000 + 0.17% × 400,000,000 + 0.13% × 500,000,000 + 0.11% × 4,000,000,000 + 0.09% × 1,000,000,000 = 6,840,000',
    );
    expect(jkm!.arithmetic).toBe(
      '0.03% × 100,000,000 + 0.02% × 400,000,000 + 0.02% × 500,000,000 + 0.01% × 4,000,000,000 + 0.01% × 1,000,000,000 = 710,000',
    );
  });

  it('shows how VAT was taken out', () => {
    expect(arithmetic(jakon({ contractValueInclVat: 11_100_000 }))).toBe(
      '0.21% × 11,100,000 × 100/111 = 21,000',
    );
  });

  it('rests on the wages when they are known', () => {
    expect(outcome(jakon({ monthlyWages: 100_000_000 }))).toEqual([
      'CONTRIB_JKK 1740000',
      'CONTRIB_JKM 300000',
    ]);
  });

  it('says which programme each part is for', () => {
    for (const base of [{ monthlyWages: 1_000_000 }, { contractValueExVat: 1_000_000 }]) {
      const said = calculate(jakon(base)).components.map(({ explanation }) => explanation.id);
      expect(said).toEqual([expect.stringContaining('(JKK): Rp'), expect.stringContaining('(JKM): Rp')]);
    }
  });

  it('needs exactly one base', () => {
    expect(errorOf(jakon({}))).toBe('MISSING_FIELD');
    expect(errorOf(jakon({ monthlyWages: 1, contractValueExVat: 1 }))).toBe('CONTRADICTION');
  });
});
