import { describe, expect, it } from '@jest/globals';
import { localDate, period, rupiah } from '#kernel';
import { type CarriedGroup, promisedMonths, promisedPeriods } from './sponsor-arrears.js';

const AGREEMENT = {
  validFrom: localDate('2025-11-10'),
  validUntil: localDate('2026-02-28'),
  governmentPaid: false,
};
const group = (month: string, changes: Partial<CarriedGroup> = {}): CarriedGroup => ({
  period: period(month),
  incomeBaseIdr: rupiah(1_000_000),
  bands: [],
  sector: 'OTHER',
  promised: 600,
  paid: 600,
  byOthers: 0,
  ...changes,
});
const months = (groups: readonly CarriedGroup[], today: string, governmentPaid = false) =>
  promisedMonths(
    groups.map((one) => one.period),
    groups,
    { governmentPaid },
    localDate(today),
  );

describe('The months of an agreement', () => {
  it('are those that have begun, up to its last one', () => {
    expect(promisedPeriods(AGREEMENT, localDate('2025-12-01'))).toEqual(['2025-11', '2025-12']);
    expect(promisedPeriods(AGREEMENT, localDate('2026-06-01')).at(-1)).toBe('2026-02');
    expect(promisedPeriods(AGREEMENT, localDate('2025-10-31'))).toEqual([]);
  });
});

describe('A month that was promised', () => {
  it('is in arrears for those for whom nobody paid, once it is due, and owed by the law of the month', () => {
    const unpaid = group('2025-11', { paid: 590, byOthers: 4 });
    expect(months([unpaid], '2025-11-17')).toMatchObject([{ unpaid: 0, owedIdr: 0 }]);
    expect(months([unpaid], '2025-11-18')).toMatchObject([
      { promised: 600, paid: 590, byOthers: 4, unpaid: 6, chargeable: true, owedIdr: 6 * 16_800, fineIdr: 0 },
    ]);
  });

  it('is not charged any more after three months', () => {
    const nothing = group('2025-11', { paid: 0 });
    expect(months([nothing], '2026-02-28')).toMatchObject([{ unpaid: 600, owedIdr: 600 * 16_800 }]);
    expect(months([nothing], '2026-03-01')).toMatchObject([{ unpaid: 600, chargeable: false, owedIdr: 0 }]);
  });

  it('costs half of it under the relief of PP 50/2025, unless government pays', () => {
    const nothing = group('2026-05', { promised: 1, paid: 0 });
    const owed = (governmentPaid: boolean) =>
      months([nothing], '2026-06-20', governmentPaid).map(({ owedIdr }) => owedIdr);
    expect([owed(false), owed(true)]).toEqual([[8_400], [16_800]]);
  });

  it('costs by the income that was declared for it', () => {
    const changed = group('2025-11', {
      promised: 2,
      paid: 0,
      bands: [{ from: period('2025-11'), incomeBaseIdr: rupiah(2_000_000) }],
    });
    expect(months([changed], '2025-11-30')).toMatchObject([{ owedIdr: 2 * 26_800 }]);
  });
});
