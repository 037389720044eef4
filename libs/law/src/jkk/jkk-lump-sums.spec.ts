import { describe, expect, it } from '@jest/globals';
import { calculate } from '#law';
import { arithmetic, errorOf, outcome, total } from '../spec/outcome.js';

const claim = (calculator: string, accidentDate: string, facts: object = {}) => ({
  calculator,
  segment: 'PU',
  accidentDate,
  monthlyWage: 5_000_000,
  ...facts,
});

describe('death by work accident', () => {
  it.each([
    ['2019-12-01', ['JKK_DEATH 240000000', 'JKK_PERIODIC 4800000', 'JKK_FUNERAL 3000000']],
    ['2019-12-02', ['JKK_DEATH 240000000', 'JKK_PERIODIC 12000000', 'JKK_FUNERAL 10000000']],
  ])('on %s pays by the law of the accident', (accidentDate, components) => {
    expect(outcome(claim('JKK_DEATH', accidentDate))).toEqual(components);
  });

  it.each([
    ['2019-12-01', 337_499, '60% × 80 × 337,499 = 16,199,952 → min 16,200,000'],
    ['2019-12-01', 337_501, '60% × 80 × 337,501 = 16,200,048'],
    ['2019-12-02', 416_666, '60% × 80 × 416,666 = 19,999,968 → min 20,000,000'],
    ['2019-12-02', 416_667, '60% × 80 × 416,667 = 20,000,016'],
  ])('on %s with a wage of %i is at least the JKM lump sum', (accidentDate, monthlyWage, text) => {
    expect(arithmetic(claim('JKK_DEATH', accidentDate, { monthlyWage }))).toBe(text);
  });

  it('says of the floor that it is a convention', () => {
    const [atFloor] = calculate(claim('JKK_DEATH', '2025-01-15', { monthlyWage: 300_000 })).components;
    expect(atFloor).toMatchObject({ article: 'Annex III.A; convention Q-6', confidence: 'L' });
    expect(atFloor!.explanation.id).toContain('kurang dari santunan kematian JKM');
    expect(atFloor!.explanation.en).toContain('less than the JKM death benefit');
    const [above] = calculate(claim('JKK_DEATH', '2025-01-15')).components;
    expect(above).toMatchObject({ article: 'Annex III.A', confidence: 'H' });
    expect(above!.explanation.en).not.toContain('JKM');
  });

  it('gives scholarships without any waiting period', () => {
    const eligibleChildren = [{ remainingYears: { TK: 2 } }];
    expect(outcome(claim('JKK_DEATH', '2025-05-20', { eligibleChildren }))).toContain(
      'SCHOLARSHIP_TK 3000000',
    );
    expect(outcome(claim('JKK_DEATH', '2019-12-01', { eligibleChildren }))).toContain('SCHOLARSHIP 12000000');
    expect(
      outcome(claim('JKK_DEATH', '2025-05-20', { eligibleChildren, mode: 'PAYABLE_NOW' })),
    ).not.toContain('SCHOLARSHIP_TK 3000000');
  });

  it('pays the difference where JKM was paid first, and no rupiah of it twice (faults, dead end 4)', () => {
    const porter = (paidAsJkm?: number) => ({
      calculator: 'JKK_CASE',
      segment: 'BPU',
      accidentDate: '2025-05-20',
      declaredIncome: 1_000_000,
      outcome: 'DEATH',
      paidAsJkm,
    });
    expect(total(porter())).toBe(70_000_000);
    expect(outcome(porter(42_000_000))).toEqual([
      'JKK_DEATH 6000000',
      'JKK_PERIODIC 12000000',
      'JKK_FUNERAL 10000000',
    ]);
    expect(arithmetic(porter(42_000_000))).toBe('60% × 80 × 1,000,000 − 42,000,000 = 6,000,000');
    // More than the death benefit alone: the rest is taken off what follows.
    expect(outcome(porter(55_000_000))).toEqual(['JKK_PERIODIC 5000000', 'JKK_FUNERAL 10000000']);
    expect(outcome(porter(70_000_000))).toEqual(['JKK_REJECTED_ALREADY_PAID 0', 'REJECTED_ALREADY_PAID']);
    for (const paidAsJkm of [0, 1, 10_000_000, 48_000_000, 60_000_000, 69_999_999]) {
      expect(total(porter(paidAsJkm))).toBe(70_000_000 - paidAsJkm);
    }
  });

  it('pays a migrant worker the difference to what JKM paid first as well', () => {
    const abroad = (paidAsJkm: number) =>
      claim('JKK_DEATH', '2025-05-20', {
        segment: 'PMI',
        pmiPhase: 'DURING',
        monthlyWage: undefined,
        paidAsJkm,
      });
    expect(outcome(abroad(75_000_000))).toEqual(['JKK_PMI_DEATH 10000000']);
    expect(outcome(abroad(85_000_000))).toEqual(['JKK_REJECTED_ALREADY_PAID 0', 'REJECTED_ALREADY_PAID']);
  });

  it('after a paid permanent total disability goes to a person', () => {
    const review = ['JKK_MANUAL_REVIEW 0', 'MANUAL_REVIEW'];
    expect(outcome(claim('JKK_DEATH', '2025-05-20', { totalPermanentPaid: true }))).toEqual(review);
    const wholeCase = { outcome: 'DEATH', totalPermanentPaid: true };
    expect(outcome(claim('JKK_CASE', '2025-05-20', wholeCase))).toEqual(review);
    expect(outcome(claim('JKK_CASE', '2025-05-20', { ...wholeCase, outcome: 'HEALED' }))).toEqual([]);
  });

  it('is not the only thing that goes to a person then: so does a second total disability', () => {
    const again = { outcome: 'TOTAL_PERMANENT', totalPermanentPaid: true };
    expect(outcome(claim('JKK_CASE', '2025-05-20', again))).toEqual(['JKK_MANUAL_REVIEW 0', 'MANUAL_REVIEW']);
  });
});

describe('permanent total disability', () => {
  it.each([
    ['2019-12-01', ['JKK_TOTAL_PERMANENT 280000000', 'JKK_PERIODIC 4800000']],
    ['2019-12-02', ['JKK_TOTAL_PERMANENT 280000000', 'JKK_PERIODIC 12000000']],
  ])('on %s pays by the law of the accident, and no funeral', (accidentDate, components) => {
    expect(outcome(claim('JKK_TOTAL_PERMANENT', accidentDate))).toEqual(components);
  });

  it('gives scholarships', () => {
    const facts = { eligibleChildren: [{ remainingYears: { SMP: 3 } }] };
    expect(outcome(claim('JKK_TOTAL_PERMANENT', '2025-05-20', facts))).toContain('SCHOLARSHIP_SMP 6000000');
  });
});

describe('a whole case', () => {
  const wholeCase = (facts: object) => claim('JKK_CASE', '2025-05-26', { monthlyWage: 3_000_000, ...facts });

  it('ends with what its outcome gives', () => {
    expect(outcome(wholeCase({ plkkInvoice: 1_000_000, incapacityDays: 30 }))).toEqual([
      'JKK_MEDICAL_PLKK 1000000',
      'JKK_STMB 3000000',
    ]);
    expect(outcome(wholeCase({ outcome: 'DEATH', incapacityMonths: 1 }))).toEqual([
      'JKK_STMB 3000000',
      'JKK_DEATH 144000000',
      'JKK_PERIODIC 12000000',
      'JKK_FUNERAL 10000000',
    ]);
    expect(outcome(wholeCase({ outcome: 'TOTAL_PERMANENT' }))).toEqual([
      'JKK_TOTAL_PERMANENT 168000000',
      'JKK_PERIODIC 12000000',
    ]);
    expect(outcome(wholeCase({ outcome: 'HEALED', medicalReceipts: 5, invoices: { GLASSES: 7 } }))).toEqual([
      'JKK_MEDICAL 5',
      'JKK_GLASSES 7',
    ]);
  });

  it('names the payees where they differ', () => {
    expect(calculate(wholeCase({ plkkInvoice: 3, receipts: { LAND: 5 } })).payees).toEqual({
      JKK_MEDICAL_PLKK: 'PLKK',
      JKK_TRANSPORT_LAND: 'RECEIPT_PAYER',
    });
    expect(calculate(wholeCase({ receipts: { LAND: 5, AIR: 7 } })).payees).toBeUndefined();
  });

  it('needs no wage for care, transport and aids alone', () => {
    const expenses = { plkkInvoice: 3, receipts: { LAND: 5 }, invoices: { GLASSES: 7 } };
    expect(outcome(wholeCase({ monthlyWage: undefined, ...expenses }))).toEqual([
      'JKK_MEDICAL_PLKK 3',
      'JKK_TRANSPORT_LAND 5',
      'JKK_GLASSES 7',
    ]);
    expect(errorOf(wholeCase({ monthlyWage: undefined, incapacityDays: 1 }))).toBe('MISSING_FIELD');
  });

  it('cannot have partial injuries beside death', () => {
    expect(errorOf(wholeCase({ outcome: 'DEATH', injuries: [{ item: 'SEBELAH_MATA' }] }))).toBe(
      'CONTRADICTION',
    );
  });

  it.each([
    [{ coverage: 'INACTIVE', claimDate: '2031-01-01', conclusion: 'NOT_WORK_ACCIDENT' }, 'REJECTED_INACTIVE'],
    [{ claimDate: '2031-01-01', conclusion: 'NOT_WORK_ACCIDENT' }, 'REJECTED_NOT_WORK_ACCIDENT'],
    [{ claimDate: '2031-01-01', conclusion: 'WORK_ACCIDENT' }, 'REJECTED_EXPIRED'],
  ])('is refused by the first rule that objects: %j is %s', (facts, decision) => {
    expect(outcome(wholeCase({ plkkInvoice: 1_000_000, ...facts }))).toEqual([`JKK_${decision} 0`, decision]);
  });

  it('of a migrant worker is not guessed at', () => {
    expect(errorOf(wholeCase({ segment: 'PMI', incapacityDays: 3 }))).toBe('MISSING_FIELD');
    const abroad = { segment: 'PMI', pmiPhase: 'DURING', incapacityDays: 3 };
    expect(errorOf(wholeCase(abroad))).toBe('PMI_AMOUNT_UNKNOWN');
  });
});
