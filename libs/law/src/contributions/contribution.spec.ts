import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';

describe('the contribution of a BPU', () => {
  const bpu = (facts: object) => ({
    calculator: 'CONTRIB_BPU',
    declaredIncome: 1_000_000,
    period: '2025-02',
    ...facts,
  });

  it('is JKK and JKM for one month unless more is asked', () => {
    expect(outcome(bpu({}))).toEqual(['CONTRIB_JKK 10000', 'CONTRIB_JKM 6800']);
  });

  it.each([
    ['OTHER', '2020-07', 16_800],
    ['OTHER', '2020-08', 168],
    ['OTHER', '2021-01', 168],
    ['OTHER', '2021-02', 16_800],
    ['TRANSPORT', '2025-12', 16_800],
    ['TRANSPORT', '2026-01', 8_400],
    ['TRANSPORT', '2027-03', 8_400],
    ['TRANSPORT', '2027-04', 16_800],
    ['OTHER', '2026-03', 16_800],
    ['OTHER', '2026-04', 8_400],
    ['OTHER', '2026-12', 8_400],
    ['OTHER', '2027-01', 16_800],
  ])('in %s for %s is %i', (sector, period, amount) => {
    expect(total(bpu({ sector, period }))).toBe(amount);
  });

  it('has no relief of PP 50/2025 where government pays, but had that of PP 49/2020', () => {
    expect(total(bpu({ period: '2026-04', governmentPaid: true }))).toBe(16_800);
    expect(total(bpu({ period: '2020-08', governmentPaid: true }))).toBe(168);
  });

  it('never has relief on JHT', () => {
    expect(total(bpu({ period: '2026-04', programs: ['JHT'] }))).toBe(20_000);
  });

  it('over an edge of relief counts each month by its own rule', () => {
    const advance = bpu({ period: '2026-11', months: 6 });
    expect(arithmetic(advance)).toBe('2 × 50% × 1% × 1,000,000 + 4 × 1% × 1,000,000 = 50,000');
    expect(calculate(advance).components[0]).toMatchObject({
      law: 'PP 50/2025 over PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
    });
  });

  it('is as sure as the relief on it, when that is less sure', () => {
    const sureness = (period: string) => calculate(bpu({ period })).components[0]!.confidence;
    expect(['2020-07', '2020-08', '2026-04'].map(sureness)).toEqual(['V', 'H', 'V']);
    expect(calculate(bpu({ period: '2020-07' })).components[0]).toMatchObject({
      law: 'PP 44/2015 jo. PP 82/2019',
    });
  });

  it.each([1, 2, 3, 6, 12])('can be paid for %i months at once', (months) => {
    expect(total(bpu({ months }))).toBe(16_800 * months);
  });

  it.each([4, 5, 7, 11])('cannot be paid for %i months at once', (months) => {
    expect(errorOf(bpu({ months }))).toBe('MONTHS_NOT_OFFERED');
  });

  it('has no JP and no JKP', () => {
    expect(errorOf(bpu({ programs: ['JKK', 'JP'] }))).toBe('PROGRAM_NOT_FOR_SEGMENT');
    expect(errorOf(bpu({ programs: ['JKN'] }))).toBe('UNKNOWN_VALUE');
  });
});

describe('the contribution of a wage earner', () => {
  const pu = (facts: object) => ({
    calculator: 'CONTRIB_PU',
    monthlyWage: 10_000_000,
    riskClass: 1,
    period: '2025-01',
    ...facts,
  });

  it.each([
    [1, 24_000],
    [2, 54_000],
    [3, 89_000],
    [4, 127_000],
    [5, 174_000],
  ])('for JKK in class %i is %i', (riskClass, amount) => {
    expect(total(pu({ riskClass, programs: ['JKK'] }))).toBe(amount);
  });

  it('for JKM, JHT and JP is shared between employer and worker', () => {
    expect(outcome(pu({ programs: ['JKM', 'JHT', 'JP', 'JKP'] }))).toEqual([
      'CONTRIB_JKM 30000',
      'CONTRIB_JHT_EMPLOYER 370000',
      'CONTRIB_JHT_WORKER 200000',
      'CONTRIB_JP_EMPLOYER 200000',
      'CONTRIB_JP_WORKER 100000',
    ]);
  });

  it.each([
    ['2020-07', 54_000],
    ['2020-08', 540],
    ['2021-01', 540],
    ['2021-02', 54_000],
  ])('in %s had the relief of PP 49/2020: %i', (period, amount) => {
    expect(total(pu({ period }))).toBe(amount);
  });

  it.each([
    ['2025-01', true, 54_000],
    ['2025-02', true, 42_000],
    ['2025-07', true, 42_000],
    ['2025-08', true, 54_000],
    ['2025-03', false, 54_000],
  ])('in %s for labour-intensive industry (%s) is %i: relief on JKK only', (period, relief, amount) => {
    expect(total(pu({ period, labourIntensiveRelief: relief }))).toBe(amount);
  });

  it.each([
    ['2021-01', undefined],
    [
      '2021-02',
      {
        jkpRecompositionInsideJkkIdr: 14_000,
        jkpRecompositionInsideJkmIdr: 10_000,
        jkpStateShareIdr: 22_000,
      },
    ],
    [
      '2025-01',
      {
        jkpRecompositionInsideJkkIdr: 14_000,
        jkpRecompositionInsideJkmIdr: 10_000,
        jkpStateShareIdr: 22_000,
      },
    ],
    ['2025-02', { jkpRecompositionInsideJkkIdr: 14_000, jkpStateShareIdr: 22_000 }],
  ])('in %s funds JKP by %j without a bill', (period, memo) => {
    expect(calculate(pu({ period, programs: ['JKK', 'JKM', 'JHT'] })).memo).toEqual(memo);
  });

  it('names the relief and is only as sure as it', () => {
    const [jkk] = calculate(pu({ period: '2020-09' })).components;
    expect(jkk).toMatchObject({
      law: 'PP 49/2020 over PP 44/2015 jo. PP 82/2019',
      arithmetic: '1% × 0.24% × 10,000,000 = 240',
      confidence: 'H',
    });
    expect(jkk!.explanation.id).toContain('Dasar: PP 49/2020 atas PP 44/2015 jo. PP 82/2019, Pasal 16');
  });

  it('says nothing of the funding of JKP for who is no member of it, or where JKK has a relief', () => {
    const member = { period: '2025-03', programs: ['JKK', 'JKM', 'JHT'] };
    expect(calculate(pu(member)).memo).toBeDefined();
    expect(calculate(pu({ ...member, programs: ['JKK', 'JKM'] })).memo).toBeUndefined();
    expect(calculate(pu({ ...member, labourIntensiveRelief: true })).memo).toBeUndefined();
    expect(calculate(pu({ ...member, period: '2020-09' })).memo).toBeUndefined();
  });

  it('needs a risk class for JKK only', () => {
    const unknown = { riskClass: undefined };
    expect(errorOf(pu(unknown))).toBe('MISSING_FIELD');
    expect(outcome(pu({ ...unknown, programs: ['JKM'] }))).toEqual(['CONTRIB_JKM 30000']);
    expect(total(pu({ ...unknown, programs: ['JHT', 'JP'] }))).toBe(870_000);
  });

  it('needs a risk class of the five and a wage', () => {
    expect(errorOf(pu({ riskClass: 6 }))).toBe('OUT_OF_RANGE');
    expect(errorOf(pu({ riskClass: '3' }))).toBe('NOT_A_NUMBER');
    expect(errorOf(pu({ monthlyWage: 0 }))).toBe('ZERO_WAGE');
  });
});

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

describe('the contribution of a migrant worker', () => {
  const pmi = (facts: object) => ({
    calculator: 'CONTRIB_PMI',
    route: 'PLACEMENT_AGENCY',
    contractMonths: 24,
    ...facts,
  });

  it.each([
    [6, 108_000],
    [12, 189_000],
    [24, 332_500],
  ])('for %i months is %i, and 37,500 before placement through an agency', (contractMonths, amount) => {
    expect(outcome(pmi({ contractMonths }))).toEqual([
      'CONTRIB_PMI_BEFORE 37500',
      `CONTRIB_PMI_DURING_AFTER ${amount}`,
    ]);
    expect(outcome(pmi({ contractMonths, route: 'INDEPENDENT' }))).toEqual([
      `CONTRIB_PMI_DURING_AFTER ${amount}`,
    ]);
  });

  it('adds extra months and voluntary JHT', () => {
    expect(outcome(pmi({ route: 'GOVERNMENT', extraMonths: 3, jhtMonthly: 50_000 }))).toEqual([
      'CONTRIB_PMI_DURING_AFTER 332500',
      'CONTRIB_PMI_EXTRA 40500',
      'CONTRIB_JHT 1350000',
    ]);
  });

  it('says for what each part is', () => {
    const said = calculate(pmi({ extraMonths: 3, jhtMonthly: 50_000 })).components;
    expect(said.map(({ explanation }) => explanation.en.split(':')[0])).toEqual([
      'Contribution of a migrant worker before placement',
      'Contribution of a migrant worker during and after placement',
      'Contribution of a migrant worker for extra months',
      'JHT contribution of a migrant worker',
    ]);
  });

  it('is sold for 6, 12 or 24 months, with JHT of 50,000 to 600,000, from 2023-02', () => {
    expect(errorOf(pmi({ contractMonths: 18 }))).toBe('MONTHS_NOT_OFFERED');
    expect(errorOf(pmi({ jhtMonthly: 49_999 }))).toBe('OUT_OF_RANGE');
    expect(errorOf(pmi({ jhtMonthly: 600_001 }))).toBe('OUT_OF_RANGE');
    expect(outcome(pmi({ jhtMonthly: 600_000 }))).toContain('CONTRIB_JHT 14400000');
    expect(errorOf(pmi({ registeredOn: '2023-01-31' }))).toBe('DATE_BEFORE_FIRST_LAW');
    expect(outcome(pmi({ registeredOn: '2023-02-01' }))).toHaveLength(2);
  });
});
