import { describe, expect, it } from '@jest/globals';
import { assess, calculate } from '#law';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';

const partial = (injuries: readonly object[], facts: object = {}) => ({
  calculator: 'JKK_PARTIAL',
  segment: 'PU',
  accidentDate: '2025-02-03',
  monthlyWage: 5_000_000,
  injuries,
  ...facts,
});

const LEG = { item: 'SEBELAH_KAKI_PANGKAL_PAHA', kind: 'ANATOMIC' };
const RIGHT_ARM = { item: 'LENGAN_SENDI_BAHU', side: 'RIGHT', kind: 'ANATOMIC' };

describe('a partial disability', () => {
  it('of function is the loss times the table percentage', () => {
    const hand = { item: 'TANGAN_PERGELANGAN', side: 'RIGHT', functionLossPct: 50, kind: 'FUNCTIONAL' };
    expect(outcome(partial([hand]))).toEqual(['JKK_PARTIAL_FUNCTIONAL 64000000']);
    expect(arithmetic(partial([hand]))).toBe('50% × 32% × 80 × 5,000,000 = 64,000,000');
  });

  it('of function is less sure than the same row in whole', () => {
    const eye = { item: 'SEBELAH_MATA', functionLossPct: 100 };
    const sureness = (kind: string) => calculate(partial([{ ...eye, kind }])).components[0]!.confidence;
    expect(['ANATOMIC', 'FUNCTIONAL'].map(sureness)).toEqual(['V', 'H']);
  });

  it('takes its kind from the loss when none is named', () => {
    const thumb = { item: 'IBU_JARI_TANGAN', side: 'LEFT' };
    expect(outcome(partial([thumb]))).toEqual(['JKK_PARTIAL_ANATOMIC 48000000']);
    expect(outcome(partial([{ ...thumb, functionLossPct: 25 }]))).toEqual([
      'JKK_PARTIAL_FUNCTIONAL 12000000',
    ]);
    expect(outcome(partial([{ item: 'IMPOTENSI' }]))).toEqual(['JKK_PARTIAL_OTHER 120000000']);
  });

  it('swaps right and left for a left-handed worker', () => {
    const index = { item: 'TELUNJUK_TANGAN', side: 'RIGHT', kind: 'ANATOMIC' };
    expect(total(partial([index], { dominantHand: 'LEFT' }))).toBe(28_000_000);
    expect(total(partial([{ ...index, side: 'LEFT' }], { dominantHand: 'LEFT' }))).toBe(36_000_000);
  });

  it.each(['2015-07-01', '2019-12-01', '2019-12-02', '2026-01-01'])('pays the same on %s', (accidentDate) => {
    expect(total(partial([LEG], { accidentDate }))).toBe(140_000_000);
  });

  it('is not capped at 70% and is above it', () => {
    const other35 = { item: 'SEBELAH_MATA', kind: 'ANATOMIC' };
    expect(outcome(partial([LEG, other35]))).toEqual([
      'JKK_PARTIAL_ANATOMIC 140000000',
      'JKK_PARTIAL_ANATOMIC 140000000',
    ]);
    expect(outcome(partial([LEG, RIGHT_ARM]))).toEqual(['JKK_PARTIAL_CAPPED 280000000']);
    expect(outcome(partial([RIGHT_ARM, LEG], { calculator: 'DISABILITY_CAP' }))).toEqual([
      'JKK_PARTIAL_CAPPED 280000000',
    ]);
  });

  it('says what was capped', () => {
    const [capped] = calculate(partial([LEG, RIGHT_ARM])).components;
    expect(capped).toMatchObject({
      arithmetic: '70% × 80 × 5,000,000 = 280,000,000',
      article: 'convention R-5',
    });
    expect(capped!.explanation.en).toContain('35% + 40% is more than 70%, so it is capped at 70%.');
    expect(capped!.explanation.id).toContain('konvensi R-5');
  });

  it('deducts what was paid for the same item before, and never below nothing', () => {
    const phalanx = { item: 'TELUNJUK_TANGAN', side: 'RIGHT', alreadyPaidPct: 4.5 };
    expect(arithmetic(partial([phalanx]))).toBe('(9% − 4.5%) × 80 × 5,000,000 = 18,000,000');
    expect(outcome(partial([{ ...phalanx, alreadyPaidPct: 40 }]))).toEqual([]);
  });

  it('rests on the base of the band for a BPU, not on the income', () => {
    expect(
      arithmetic(partial([LEG], { segment: 'BPU', declaredIncome: 3_699_999, monthlyWage: undefined })),
    ).toBe('35% × 80 × 3,450,000 = 96,600,000');
    expect(arithmetic(partial([LEG], { segment: 'BPU', monthlyWage: 1_099_999 }))).toContain('× 1,000,000 =');
  });

  it('rests on the reported wage for a wage earner, whatever income is declared beside it', () => {
    expect(arithmetic(partial([LEG], { declaredIncome: 1_000_000 }))).toBe(
      '35% × 80 × 5,000,000 = 140,000,000',
    );
  });

  it.each([
    [{ item: 'DAYA_DENGAR_KEDUA_PER_10DB', units: 11 }, '11 × 6% × 80'],
    [{ item: 'DAYA_DENGAR_SEBELAH_PER_10DB', units: 12 }, '12 × 3% × 80'],
    [{ item: 'PENGLIHATAN_PER_10PCT', units: 10 }, '10 × 7% × 80'],
    [{ item: 'LAPANG_PANDANG_PER_10PCT', units: 10 }, '10 × 7% × 80'],
    [{ item: 'DAUN_TELINGA', units: 2 }, '2 × 5% × 80'],
    [{ item: 'DAUN_TELINGA', units: 1 }, '5% × 80'],
    [{ item: 'DAUN_TELINGA' }, '5% × 80'],
    [{ item: 'KULIT_KEPALA', percent: 12.5 }, '12.5% × 80'],
    [{ item: 'KULIT_KEPALA', functionLossPct: 20 }, '20% × 80'],
    [{ item: 'KAKI_MEMENDEK', shorteningCm: 0.5 }, '10% × 80'],
    [{ item: 'KAKI_MEMENDEK', shorteningCm: 7.49 }, '20% × 80'],
    [{ item: 'KAKI_MEMENDEK', shorteningCm: 100 }, '30% × 80'],
    [{ item: 'KERJA_FISIK', functionLossPct: 70 }, '40% × 80'],
    [{ item: 'KERJA_FISIK', abilityLossPct: 50 }, '20% × 80'],
    [{ item: 'KERJA_FISIK', abilityLossPct: 25 }, '5% × 80'],
    [{ item: 'BINOKULER', betterEyeLossPct: 30, worseEyeLossPct: 70 }, '4 × 7% × 80'],
    [{ item: 'BINOKULER', betterEyeLossPct: 30, worseEyeLossPct: 69 }, '3 × 7% × 80'],
  ])('of %j is computed as %s × wage', (injury, text) => {
    expect(arithmetic(partial([injury]))?.startsWith(`${text} × 5,000,000`)).toBe(true);
  });

  it.each([
    [{ item: 'JEMPOL' }, 'UNKNOWN_ITEM'],
    [{ item: 'TELUNJUK_TANGAN' }, 'MISSING_FIELD'],
    [{ item: 'KULIT_KEPALA' }, 'MISSING_FIELD'],
    [{ item: 'KULIT_KEPALA', percent: 9.99 }, 'OUT_OF_RANGE'],
    [{ item: 'KULIT_KEPALA', percent: 30.01 }, 'OUT_OF_RANGE'],
    [{ item: 'KAKI_MEMENDEK' }, 'MISSING_FIELD'],
    [{ item: 'KERJA_FISIK', abilityLossPct: 9.99 }, 'OUT_OF_RANGE'],
    [{ item: 'KERJA_FISIK', abilityLossPct: 70.01 }, 'OUT_OF_RANGE'],
    [{ item: 'BINOKULER', betterEyeLossPct: 30 }, 'MISSING_FIELD'],
    [{ item: 'DAYA_DENGAR_KEDUA_PER_10DB', units: 13 }, 'OUT_OF_RANGE'],
    [{ item: 'DAYA_DENGAR_SEBELAH_PER_10DB', units: 13 }, 'OUT_OF_RANGE'],
    [{ item: 'PENGLIHATAN_PER_10PCT', units: 11 }, 'OUT_OF_RANGE'],
    [{ item: 'LAPANG_PANDANG_PER_10PCT', units: 11 }, 'OUT_OF_RANGE'],
    [{ item: 'DAUN_TELINGA', units: 3 }, 'OUT_OF_RANGE'],
    [{ item: 'SEBELAH_MATA', kind: 'OTHER' }, 'WRONG_KIND'],
    [{ item: 'IMPOTENSI', kind: 'ANATOMIC' }, 'WRONG_KIND'],
    [{ item: 'SEBELAH_MATA', kind: 'ANATOMIC', functionLossPct: 50 }, 'WRONG_KIND'],
    [{ item: 'PENCIUMAN', functionLossPct: 50 }, 'WRONG_KIND'],
    [{ item: 'SEBELAH_MATA', functionLossPct: 100.5 }, 'OUT_OF_RANGE'],
    [{ item: 'SEBELAH_MATA', loss: 50 }, 'UNKNOWN_FIELD'],
  ])('of %j is impossible: %s', (injury, code) => {
    expect(errorOf(partial([injury]))).toBe(code);
  });

  it('does not send an item of the other disabilities to a kind it cannot have', () => {
    const half = partial([{ item: 'PENCIUMAN', functionLossPct: 50 }]);
    expect(() => calculate(half)).toThrow('the table knows no partial loss of it');
    const eye = partial([{ item: 'SEBELAH_MATA', functionLossPct: 50, kind: 'ANATOMIC' }]);
    expect(() => calculate(eye)).toThrow('is of kind FUNCTIONAL');
  });

  it('counts up to 120 dB for both ears, which the cap then limits', () => {
    expect(outcome(partial([{ item: 'DAYA_DENGAR_KEDUA_PER_10DB', units: 12 }]))).toEqual([
      'JKK_PARTIAL_CAPPED 280000000',
    ]);
  });

  it('refuses a measure outside the table also from a typed caller', () => {
    const shortened = (shorteningCm: number) => () =>
      assess({ item: 'KAKI_MEMENDEK', shorteningCm }, 'RIGHT');
    expect(shortened(100.5)).toThrow('OUT_OF_RANGE');
    expect(shortened(100)).not.toThrow();
  });

  it('needs a wage', () => {
    expect(errorOf(partial([LEG], { monthlyWage: undefined }))).toBe('MISSING_FIELD');
    expect(errorOf(partial([LEG], { monthlyWage: 0 }))).toBe('ZERO_WAGE');
  });
});
