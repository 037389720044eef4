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
    ['2021-03-31', 2, NEW_LAW],
    ['2021-04-01', 2, ['JKM_LIMITED_UNDER_3M 10000000']],
    ['2021-04-01', 1, ['JKM_LIMITED_UNDER_3M 10000000']],
    ['2021-04-01', 3, NEW_LAW],
  ])('for a BPU dead on %s with %i consecutive months pays %j', (deathDate, months, components) => {
    expect(outcome(jkm({ deathDate, consecutivePaidMonths: months, totalPaidMonths: months }))).toEqual(
      components,
    );
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
    [{ deathDate: '2021-03-31' }, NEW_LAW],
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
    expect(errorOf(jkm({ segment: 'PMI' }))).toBe('PMI_NOT_IMPLEMENTED');
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
