import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { calculate } from './calculate.js';
import { BPU_ARREARS } from './coverage/coverage.conventions.js';
import { DAYS_AFTER_WAIT } from './jht/jht.conventions.js';
import {
  JKK_DEATH_FLOOR_APPLIES,
  PARTIAL_DISABILITY_CAP,
  PARTS_OF_ONE_ITEM,
  SAME_ITEM_DEDUCTED,
  STMB_DAYS_PER_MONTH,
  STMB_WAGE_CONTINUES,
} from './jkk/jkk.conventions.js';
import { deductPaid, paidForItems } from './jkk/paid-disability.js';
import { JKM_LIMITED_IS_WHOLE, UNDER_3M_COUNTS } from './jkm/jkm.conventions.js';
import type { Convention } from './kernel/convention.js';
import { PERIOD_LAW, ROUNDING, SAME_DAY_INCLUDED } from './kernel/conventions.js';
import { SCHOOL_YEAR_BEGINS } from './scholarship/scholarship.conventions.js';
import { remainingSchoolYears } from './scholarship/school-years.js';
import { DAYS_LATE } from './service/service.conventions.js';
import { outcome, total } from './spec/outcome.js';
import { BPU_BAND_LOOKUP } from './wage/wage.conventions.js';

/** What something comes to as the convention stands, and after the one line was changed. */
function beforeAndAfter<Value>(changed: Convention<Value>, value: Value, answer: () => unknown): unknown[] {
  const before = answer();
  const { value: stands } = changed;
  Object.assign(changed, { value });
  try {
    return [before, answer()];
  } finally {
    Object.assign(changed, { value: stands });
  }
}

const jkk = (calculator: string, facts: object) => ({
  calculator,
  segment: 'PU',
  accidentDate: '2025-06-02',
  monthlyWage: 1_000_000,
  ...facts,
});
const DAYS_20 = jkk('JKK_STMB', { incapacityDays: 20 });

describe('one line changed in the conventions changes what is computed:', () => {
  it('R-1, rounding', () => {
    expect(beforeAndAfter(ROUNDING, 'DOWN', () => total(DAYS_20))).toEqual([666_667, 666_666]);
  });

  it('R-3, the days of a month', () => {
    expect(beforeAndAfter(STMB_DAYS_PER_MONTH, 25, () => total(DAYS_20))).toEqual([666_667, 800_000]);
  });

  it('R-4, whose employer keeps paying', () => {
    const payee = () => calculate(DAYS_20).components[0]!.payee;
    expect(beforeAndAfter(STMB_WAGE_CONTINUES, [], payee)).toEqual(['EMPLOYER', 'PARTICIPANT']);
  });

  it('R-5, the cap of partial disabilities', () => {
    const eye = () => outcome(jkk('JKK_PARTIAL', { injuries: [{ item: 'SEBELAH_MATA' }] }));
    expect(beforeAndAfter(PARTIAL_DISABILITY_CAP, '30', eye)).toEqual([
      ['JKK_PARTIAL_ANATOMIC 28000000'],
      ['JKK_PARTIAL_CAPPED 24000000'],
    ]);
  });

  it('R-6, the band of an income in a gap', () => {
    const bill = (declaredIncome: number) => () =>
      total({ calculator: 'CONTRIB_BPU', declaredIncome, programs: ['JKK'], period: '2025-02' });
    expect(beforeAndAfter(BPU_BAND_LOOKUP, 'BAND_ABOVE', bill(1_099_001))).toEqual([10_000, 12_000]);
    expect(beforeAndAfter(BPU_BAND_LOOKUP, 'BAND_ABOVE', bill(1_099_000))).toEqual([10_000, 10_000]);
    expect(beforeAndAfter(BPU_BAND_LOOKUP, 'BAND_ABOVE', bill(30_000_000))).toEqual([207_000, 207_000]);
  });

  it('R-7, the days late', () => {
    // Complete on Monday, due on Thursday, paid on the Monday after next week's holiday.
    const dates = { completeOn: '2025-03-03', paidOn: '2025-03-17', holidays: ['2025-03-12'] };
    const late = () => total({ calculator: 'LATE_PAYMENT', benefitDue: 100, ...dates });
    expect(beforeAndAfter(DAYS_LATE, 'WORKING_DAYS', late)).toEqual([11, 6]);
    const inTime = () =>
      total({ calculator: 'LATE_PAYMENT', benefitDue: 100, ...dates, paidOn: '2025-03-04' });
    expect(beforeAndAfter(DAYS_LATE, 'WORKING_DAYS', inTime)).toEqual([0, 0]);
  });

  it('R-8, the last day of a term of years', () => {
    const expiry = () =>
      calculate({ calculator: 'EXPIRY', accidentDate: '2020-03-01', claimDate: '2025-03-01' }).decision;
    expect(beforeAndAfter(SAME_DAY_INCLUDED, false, expiry)).toEqual(['NOT_EXPIRED', 'REJECTED_EXPIRED']);
  });

  it('R-9, what was paid for the same item', () => {
    const again = () =>
      total(jkk('JKK_PARTIAL', { injuries: [{ item: 'SEBELAH_MATA', alreadyPaidPct: 5 }] }));
    expect(beforeAndAfter(SAME_ITEM_DEDUCTED, false, again)).toEqual([24_000_000, 28_000_000]);
  });

  it('Q-1, where a BPU stands in arrears', () => {
    const facts = { calculator: 'COVERAGE', segment: 'BPU', lastPaidPeriod: '2025-05' };
    const standing = () => calculate({ ...facts, accidentDate: '2025-06-17' }).decision;
    expect(beforeAndAfter(BPU_ARREARS, 'ACTIVE', standing)).toEqual(['PENDING_ARREARS', 'ACTIVE']);
    expect(beforeAndAfter(BPU_ARREARS, 'INACTIVE', standing)).toEqual([
      'PENDING_ARREARS',
      'REJECTED_INACTIVE',
    ]);
  });

  it('Q-6, the floor of the JKK death benefit', () => {
    const death = () => outcome(jkk('JKK_DEATH', { monthlyWage: 300_000 }))[0];
    expect(beforeAndAfter(JKK_DEATH_FLOOR_APPLIES, false, death)).toEqual([
      'JKK_DEATH 20000000',
      'JKK_DEATH 14400000',
    ]);
  });

  it('E-1, scholarships beside the limited JKM', () => {
    const facts = { calculator: 'JKM', segment: 'BPU', deathDate: '2025-03-10', totalPaidMonths: 40 };
    const eligibleChildren = [{ remainingYears: { SMA: 1 } }];
    const limited = () => total({ ...facts, consecutivePaidMonths: 2, eligibleChildren });
    expect(beforeAndAfter(JKM_LIMITED_IS_WHOLE, false, limited)).toEqual([10_000_000, 13_000_000]);
  });

  it('Q-2b, what the three months of a BPU count', () => {
    const facts = {
      calculator: 'JKM',
      segment: 'BPU',
      deathDate: '2026-09-20',
      membershipStart: '2021-01-10',
    };
    const paid = () => total({ ...facts, consecutivePaidMonths: 2 });
    expect(beforeAndAfter(UNDER_3M_COUNTS, 'CONSECUTIVE_PAID', paid)).toEqual([42_000_000, 10_000_000]);
    const ignored = () => calculate({ ...facts, consecutivePaidMonths: 3 }).ignoredFields;
    expect(beforeAndAfter(UNDER_3M_COUNTS, 'CONSECUTIVE_PAID', ignored)).toEqual([
      undefined,
      ['membershipStart'],
    ]);
  });

  it('E-4, the law of a month in which a law starts, for the contribution and the fine on it', () => {
    const ruleSets = () => [
      calculate({ calculator: 'CONTRIB_PU', monthlyWage: 1, riskClass: 1, period: '2025-02' }).ruleSetVersion,
      calculate({ calculator: 'CONTRIB_BPU', declaredIncome: 1, period: '2025-02' }).ruleSetVersion,
      calculate({ calculator: 'LATE_FINE', contributionDue: 1, monthsLate: 1, period: '2025-02' })
        .ruleSetVersion,
    ];
    expect(beforeAndAfter(PERIOD_LAW, 'FIRST_DAY', ruleSets)).toEqual([
      ['2025-02-24/2', '2025-02-24/2', '2025-02-24/2'],
      ['2023-10-01/2', '2023-10-01/2', '2023-10-01/2'],
    ]);
  });

  it('E-5, the end of the waiting period', () => {
    const account = { calculator: 'JHT_FULL', contributionsPaid: 5, reason: 'RESIGNED' };
    const claimed = () => total({ ...account, stopDate: '2025-01-10', claimDate: '2025-02-10' });
    expect(beforeAndAfter(DAYS_AFTER_WAIT, 0, claimed)).toEqual([0, 5]);
  });

  it('E-6, the beginning of a school year', () => {
    const ahead = () =>
      remainingSchoolYears({ level: 'PT', yearInLevel: 1 }, localDate('2025-06-30'), localDate('2025-07-10'))
        .PT;
    expect(beforeAndAfter(SCHOOL_YEAR_BEGINS, '07-15', ahead)).toEqual([4, 5]);
  });

  it.each([
    ['JARI_LAIN_TANGAN', 'RIGHT', 3],
    ['RUAS_PERTAMA_JARI_LAIN', 'RIGHT', 3],
    ['SEBELAH_KAKI_PANGKAL_PAHA', undefined, 2],
    ['SEBELAH_KAKI_MATA_KAKI', undefined, 2],
    ['SEBELAH_MATA', undefined, 2],
    ['PENDENGARAN_SEBELAH', undefined, 2],
    ['IBU_JARI_KAKI', undefined, 2],
    ['TELUNJUK_KAKI', undefined, 2],
    ['JARI_KAKI_LAIN', undefined, 6],
  ] as const)('E-7, how many parts of a body %s may be', (item, side, parts) => {
    const on = localDate('2025-06-02');
    const lost = (count: number) => Array.from({ length: count }, () => ({ item, side }));
    const deductedFromTheLast = () => {
      const paid = paidForItems(on, { injuries: lost(parts - 1) });
      return deductPaid(paid, on, { injuries: lost(1) })[0]!.alreadyPaidPct ?? 0;
    };
    const [before, after] = beforeAndAfter(PARTS_OF_ONE_ITEM, {}, deductedFromTheLast);
    expect([before, after]).toEqual([0, expect.any(Number)]);
    expect(after).toBeGreaterThan(0);
    const allLost = paidForItems(on, { injuries: lost(parts) });
    expect(deductPaid(allLost, on, { injuries: lost(1) })[0]!.alreadyPaidPct).toBeGreaterThan(0);
  });
});
