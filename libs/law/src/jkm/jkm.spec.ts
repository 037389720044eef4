import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { errorOf, outcome } from '../spec/outcome.js';

const jkm = (facts: object) => ({
  calculator: 'JKM',
  segment: 'BPU',
  deathDate: '2025-03-10',
  consecutivePaidMonths: 40,
  totalPaidMonths: 40,
  ...facts,
});

const OLD_LAW = ['JKM_DEATH 16200000', 'JKM_PERIODIC 4800000', 'JKM_FUNERAL 3000000'];
const NEW_LAW = ['JKM_DEATH 20000000', 'JKM_PERIODIC 12000000', 'JKM_FUNERAL 10000000'];
const LAST_YEAR_OF_SMA = { remainingYears: { SMA: 1, PT: 5 } };
const SCHOLARSHIP = ['SCHOLARSHIP_SMA 3000000', 'SCHOLARSHIP_PT 60000000'];

describe('JKM', () => {
  it.each([
    ['2015-07-01', OLD_LAW],
    ['2019-12-01', OLD_LAW],
    ['2019-12-02', NEW_LAW],
    ['2026-11-20', NEW_LAW],
  ])('pays for a death on %s by the law of that day', (deathDate, components) => {
    expect(outcome(jkm({ deathDate, segment: 'PU' }))).toEqual(components);
  });

  it.each([
    ['2021-04-01', 2, NEW_LAW],
    ['2025-02-23', 2, NEW_LAW],
    ['2025-02-24', 2, ['JKM_LIMITED_UNDER_3M 10000000']],
    ['2025-02-24', 1, ['JKM_LIMITED_UNDER_3M 10000000']],
    ['2025-02-24', 3, NEW_LAW],
  ])('for a BPU dead on %s with %i consecutive months pays %j', (deathDate, months, components) => {
    expect(outcome(jkm({ deathDate, consecutivePaidMonths: months, totalPaidMonths: months }))).toEqual(
      components,
    );
  });

  it.each([
    ['2025-07-10', '2025-10-09', ['JKM_LIMITED_UNDER_3M 10000000']],
    ['2025-07-10', '2025-10-10', NEW_LAW],
    ['2025-11-30', '2026-02-27', ['JKM_LIMITED_UNDER_3M 10000000']],
    ['2025-11-30', '2026-02-28', NEW_LAW],
    ['2024-12-20', '2025-02-23', NEW_LAW],
    ['2024-12-20', '2025-02-24', ['JKM_LIMITED_UNDER_3M 10000000']],
  ])(
    'for a BPU who is a member since %s and died on %s pays %j, whatever was paid',
    (start, deathDate, components) => {
      for (const consecutivePaidMonths of [1, 2, 12, undefined]) {
        const facts = { membershipStart: start, deathDate, consecutivePaidMonths };
        expect(outcome(jkm(facts))).toEqual(components);
      }
    },
  );

  it('knows membershipStart as what it is', () => {
    expect(errorOf(jkm({ membershipStart: '2025-03-11' }))).toBe('DATES_OUT_OF_ORDER');
    expect(outcome(jkm({ membershipStart: '2009-01-31' }))).toEqual(NEW_LAW);
    const ignored = (facts: object) =>
      calculate(jkm({ membershipStart: '2024-12-20', ...facts })).ignoredFields;
    expect(ignored({})).toBeUndefined();
    expect(ignored({ segment: 'PU' })).toEqual(['membershipStart']);
    expect(ignored({ deathDate: '2025-02-23' })).toEqual(['membershipStart']);
  });

  it.each([
    ['2019-12-01', 2, ['JKM_DEATH 32400000', 'JKM_PERIODIC 9600000', 'JKM_FUNERAL 6000000']],
    ['2025-02-23', 2, ['JKM_DEATH 40000000', 'JKM_PERIODIC 24000000', 'JKM_FUNERAL 20000000']],
    ['2025-02-24', 2, ['JKM_DEATH 40000000', 'JKM_PERIODIC 24000000', 'JKM_FUNERAL 10000000']],
    ['2025-09-10', 3, ['JKM_DEATH 60000000', 'JKM_PERIODIC 36000000', 'JKM_FUNERAL 10000000']],
    ['2025-09-10', 1, NEW_LAW],
  ])('for a wage earner dead on %s with %i employers pays %j', (deathDate, employers, components) => {
    expect(outcome(jkm({ segment: 'PU', deathDate, employers }))).toEqual(components);
  });

  it('explains what several employers give, by the law that says so', () => {
    const [death, periodic, funeral] = calculate(
      jkm({ segment: 'PU', employers: 2, eligibleChildren: [LAST_YEAR_OF_SMA] }),
    ).components;
    expect(death).toMatchObject({
      arithmetic: '2 × 20,000,000 = 40,000,000',
      law: 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023; Permenaker 1/2025',
      article: 'Art. 34; Permenaker 1/2025 Art. 101',
    });
    expect(periodic!.arithmetic).toBe('2 × 24 × 500,000 = 24,000,000');
    expect(funeral!.arithmetic).toBe('10,000,000');
    const [before] = calculate(jkm({ segment: 'PU', employers: 2, deathDate: '2025-02-23' })).components;
    expect(before).toMatchObject({ article: 'Art. 34; convention Q-7', confidence: 'L' });
  });

  it('pays scholarships once for each child, however many employers there are', () => {
    const facts = { segment: 'PU', employers: 3, eligibleChildren: [LAST_YEAR_OF_SMA] };
    expect(outcome(jkm(facts)).slice(3)).toEqual(SCHOLARSHIP);
  });

  it('counts employers of a wage earner only (Q-7b)', () => {
    expect(errorOf(jkm({ employers: 2 }))).toBe('CONTRADICTION');
    expect(errorOf(jkm({ segment: 'PU', employers: 0 }))).toBe('OUT_OF_RANGE');
    expect(calculate(jkm({ employers: 1 })).ignoredFields).toEqual(['employers']);
  });

  it.each([
    [3, NEW_LAW],
    [4, ['JKM_EMPLOYER_PAYS_FIRST 0', 'EMPLOYER_PAYS_FIRST']],
  ])('of a wage earner whose employer is %i months in arrears is %j', (employerArrearsMonths, expected) => {
    expect(outcome(jkm({ segment: 'PU', employerArrearsMonths }))).toEqual(expected);
    expect(calculate(jkm({ employerArrearsMonths })).ignoredFields).toEqual(['employerArrearsMonths']);
  });

  it('pays a wage earner in full from the first paid month', () => {
    expect(outcome(jkm({ segment: 'PU', consecutivePaidMonths: 1, totalPaidMonths: 1 }))).toEqual(NEW_LAW);
  });

  it.each([
    ['2025-03-10', 35, NEW_LAW],
    ['2025-03-10', 36, [...NEW_LAW, ...SCHOLARSHIP]],
    ['2019-12-02', 36, [...NEW_LAW, ...SCHOLARSHIP]],
    ['2019-12-01', 59, OLD_LAW],
    ['2019-12-01', 60, [...OLD_LAW, 'SCHOLARSHIP 12000000']],
  ])('for a child, death on %s, %i paid months, gives %j', (deathDate, totalPaidMonths, components) => {
    const facts = { deathDate, totalPaidMonths, consecutivePaidMonths: 12 };
    expect(outcome(jkm({ ...facts, eligibleChildren: [LAST_YEAR_OF_SMA] }))).toEqual(components);
  });

  it('gives no scholarship beside the limited benefit (E-1)', () => {
    const facts = { consecutivePaidMonths: 2, totalPaidMonths: 40, eligibleChildren: [LAST_YEAR_OF_SMA] };
    expect(outcome(jkm(facts))).toEqual(['JKM_LIMITED_UNDER_3M 10000000']);
  });

  it('lists a scholarship as projected, and not at all among what is payable now', () => {
    const facts = { eligibleChildren: [LAST_YEAR_OF_SMA] };
    const projected = calculate(jkm(facts)).components.filter((component) => component.projected);
    expect(projected.map(({ code }) => code)).toEqual(['SCHOLARSHIP_SMA', 'SCHOLARSHIP_PT']);
    expect(outcome(jkm({ ...facts, mode: 'PAYABLE_NOW' }))).toEqual(NEW_LAW);
  });

  it.each([
    [{ active: false }, 'REJECTED_INACTIVE'],
    [{ coverage: 'INACTIVE' }, 'REJECTED_INACTIVE'],
    [{ lastPaidPeriod: '2024-11' }, 'REJECTED_INACTIVE'],
    [{ consecutivePaidMonths: 0 }, 'REJECTED_INACTIVE'],
    [{ coverage: 'NEVER' }, 'REJECTED_NOT_REGISTERED'],
    [{ workAccident: true }, 'REJECTED_WORK_ACCIDENT'],
    [{ coverage: 'PENDING_ARREARS' }, 'PENDING_ARREARS'],
    [{ lastPaidPeriod: '2025-01' }, 'PENDING_ARREARS'],
  ])('with %j pays nothing and says %s', (facts, decision) => {
    expect(outcome(jkm(facts))).toEqual([`JKM_${decision} 0`, decision]);
  });

  it.each([
    [{ segment: 'PU' }, NEW_LAW],
    [{ segment: 'JAKON', consecutivePaidMonths: 40 }, NEW_LAW],
    [{ consecutivePaidMonths: 40 }, NEW_LAW],
    [{ deathDate: '2025-02-23' }, NEW_LAW],
    [{ membershipStart: '2024-12-10' }, NEW_LAW],
    [{ consecutivePaidMonths: 2, eligibleChildren: [LAST_YEAR_OF_SMA] }, ['JKM_LIMITED_UNDER_3M 10000000']],
  ])('needs no month count that decides nothing: %j', (facts, components) => {
    const unknown = { consecutivePaidMonths: undefined, totalPaidMonths: undefined };
    expect(outcome(jkm({ ...unknown, ...facts }))).toEqual(components);
  });

  it.each([
    [{ consecutivePaidMonths: undefined }],
    [{ totalPaidMonths: undefined, eligibleChildren: [LAST_YEAR_OF_SMA] }],
    [{ segment: 'PU', totalPaidMonths: undefined, eligibleChildren: [LAST_YEAR_OF_SMA] }],
  ])('needs the month counts that decide: %j', (facts) => {
    expect(errorOf(jkm(facts))).toBe('MISSING_FIELD');
  });

  it('refuses facts that cannot be true', () => {
    expect(errorOf(jkm({ consecutivePaidMonths: 5, totalPaidMonths: 4 }))).toBe('CONTRADICTION');
    expect(errorOf(jkm({ deathDate: '2015-06-30' }))).toBe('DATE_BEFORE_FIRST_LAW');
  });

  it('explains each component in both languages with the same digits', () => {
    const [, periodic] = calculate(jkm({})).components;
    expect(periodic).toMatchObject({
      arithmetic: '24 × 500,000 = 12,000,000',
      law: 'PP 44/2015 jo. PP 82/2019 jo. PP 49/2023',
      article: 'Art. 34',
    });
    expect(periodic!.explanation).toEqual({
      id: 'Santunan berkala yang dibayar sekaligus: Rp12,000,000 (24 × 500,000 = 12,000,000). Dasar: PP 44/2015 jo. PP 82/2019 jo. PP 49/2023, Pasal 34.',
      en: 'Periodic benefit, paid at once: Rp12,000,000 (24 × 500,000 = 12,000,000). Basis: PP 44/2015 jo. PP 82/2019 jo. PP 49/2023, Art. 34.',
    });
  });
});
