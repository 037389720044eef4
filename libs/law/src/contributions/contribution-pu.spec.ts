import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome, total } from '../spec/outcome.js';

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
    ['2025-08', true, 42_000],
    ['2026-01', true, 42_000],
    ['2026-02', true, 54_000],
    ['2025-03', false, 54_000],
  ])('in %s for labour-intensive industry (%s) is %i: relief on JKK only', (period, relief, amount) => {
    expect(total(pu({ period, labourIntensiveRelief: relief }))).toBe(amount);
  });

  it('cites PP 36/2025 for the months by which it extends the relief', () => {
    const law = (period: string) =>
      calculate(pu({ period, labourIntensiveRelief: true })).components.map((part) => part.law);
    expect(law('2025-07')[0]).toMatch(/^PP 7\/2025 over PP 44\/2015/);
    expect(law('2025-08')[0]).toMatch(/^PP 7\/2025 jo. PP 36\/2025 over PP 44\/2015/);
  });

  it.each([
    ['2025-08', '2026-06-30', 42_000],
    ['2025-08', '2026-07-01', 54_000],
    ['2025-02', '2026-06-30', 42_000],
    ['2025-02', '2026-07-01', 54_000],
  ])('for %s of labour-intensive industry, paid on %s, is %i (Art. 11)', (period, paidOn, amount) => {
    expect(total(pu({ period, paidOn, labourIntensiveRelief: true }))).toBe(amount);
  });

  it('says why the relief that was asked for is not given', () => {
    const asked = (facts: object) => calculate(pu({ labourIntensiveRelief: true, ...facts }));
    const after = asked({ period: '2026-02' });
    expect(after.ignoredFields).toEqual(['labourIntensiveRelief']);
    expect(after.components[0]!.explanation.id).toContain('tidak berlaku untuk bulan iuran ini');
    expect(after.components[1]!.explanation.id).not.toContain('tidak berlaku');
    const late = asked({ period: '2026-01', paidOn: '2026-07-01' });
    expect(late.ignoredFields).toBeUndefined();
    expect(late.components[0]!.explanation.en).toContain('the full tariff is due');
  });

  it('names what plays no part: a day of payment without the relief, the relief and the class without JKK', () => {
    expect(calculate(pu({ period: '2025-03', paidOn: '2026-07-01' })).ignoredFields).toEqual(['paidOn']);
    const jkm = { programs: ['JKM'], labourIntensiveRelief: true, period: '2025-03' };
    expect(calculate(pu(jkm)).ignoredFields).toEqual(['riskClass', 'labourIntensiveRelief']);
    const denied = { labourIntensiveRelief: false };
    expect(calculate(pu({ period: '2025-03', ...denied })).ignoredFields).toBeUndefined();
    expect(calculate(pu({ period: '2026-03', ...denied })).ignoredFields).toEqual(['labourIntensiveRelief']);
  });

  it.each([
    ['2025-08', '2025-09-03', { reliefSurplusForLaterMonthsIdr: 12_000 }],
    ['2025-08', '2025-09-04', undefined],
    ['2025-07', '2025-09-03', undefined],
  ])('of %s, paid on %s in full, leaves a surplus of %j for later months', (period, paidOn, memo) => {
    expect(calculate(pu({ period, paidOn, labourIntensiveRelief: true })).memo).toEqual(memo);
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

  it.each([
    [['JKK', 'JKM', 'JHT', 'JP', 'JKP'], ['programs.4']],
    [['JKP', 'JKK'], ['programs.0']],
    [
      ['JKP', 'JHT', 'JKP'],
      ['riskClass', 'programs.0', 'programs.2'],
    ],
    [['JKM', 'JKK', 'JKM'], ['programs.2']],
    [['JP', 'JHT', 'JKM', 'JKK'], undefined],
  ])(
    'of %j is told to owe nothing for %j: JKP has no bill, and nothing is billed twice',
    (programs, names) => {
      expect(calculate(pu({ programs })).ignoredFields).toEqual(names);
    },
  );

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

  it('of staff of a state body (non-ASN) is the same, without what is for industries and by the size of an employer', () => {
    const facts = { monthlyWage: 2_500_000, riskClass: 1, period: '2025-03', monthsLate: 1 };
    const answer = ({ components, owedByEmployer, memo }: ReturnType<typeof calculate>) =>
      JSON.stringify([components, owedByEmployer, memo]);
    for (const programs of [undefined, ['JKK'], ['JKK', 'JKM', 'JHT'], ['JKM', 'JHT', 'JP']]) {
      const asked = { ...facts, ...(programs && { programs }) };
      expect(answer(calculate({ ...asked, calculator: 'CONTRIB_NON_ASN' }))).toBe(
        answer(calculate({ ...asked, calculator: 'CONTRIB_PU' })),
      );
    }
    const industry = { labourIntensiveRelief: true, paidOn: '2025-04-10', employerSize: 'LARGE' };
    const { totalIdr, ignoredFields } = calculate({ ...facts, ...industry, calculator: 'CONTRIB_NON_ASN' });
    expect([totalIdr, ignoredFields]).toEqual([13_500, Object.keys(industry)]);
  });

  it('and benefits of non-ASN staff are those of wage earners, by the word as well', () => {
    const death = (segment: string) =>
      calculate({ calculator: 'JKM', segment, deathDate: '2025-04-07', totalPaidMonths: 12 });
    expect(JSON.stringify(death('NON_ASN'))).toBe(JSON.stringify(death('PU')));
    expect(errorOf({ calculator: 'JKM', segment: 'ASN', deathDate: '2025-04-07' })).toBe('UNKNOWN_VALUE');
  });
});
