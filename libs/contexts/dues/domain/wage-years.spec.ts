import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Period, addPeriods, firstDayOf, fold, period, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { reportWage } from './report-wage.js';
import { closingOfWages, wageYears } from './wage-years.js';
import { wages, wagesByDay } from './wages.js';
import type { WagesEvent } from './wages.events.js';

const OF_A_WORKER = {
  membershipId: 'membership-1',
  participantId: 'participant-1',
  employerId: 'employer-1',
} as const;

/** What whoever folds the stream reads of it. */
const read = (history: readonly WagesEvent[]) =>
  history.slice(
    Math.max(
      0,
      history.findLastIndex(({ type }) => type === wages.summary),
    ),
  );

const withoutClosings = (history: readonly WagesEvent[]) =>
  history.filter(({ type }) => type !== 'WageYearClosed');

interface Report {
  readonly month: Period;
  readonly wageIdr: number;
  /** How many months after that month it comes. */
  readonly late: number;
}

function reporting({ month, wageIdr, late }: Report, history: readonly WagesEvent[]): readonly WagesEvent[] {
  const input = {
    ...OF_A_WORKER,
    reportId: `report-${history.length}`,
    period: month,
    riskClass: 3 as const,
    programmes: ['JKK', 'JKM'] as const,
    wageIdr: rupiah(wageIdr),
    backPayIdr: rupiah(0),
  };
  const today = firstDayOf(addPeriods(month, late));
  return reportWage(input, fold(wageYears, read(history)), testContext({ today }), { worked: true });
}

const reportingAll = (reports: readonly Report[]): readonly WagesEvent[] =>
  reports.reduce<readonly WagesEvent[]>((history, report) => [...history, ...reporting(report, history)], []);

const known = (history: readonly WagesEvent[]) => ({
  wages: fold(wages, history),
  byDay: fold(wagesByDay, history),
  told: fold(wageYears, history).told,
});

describe('Years of wages', () => {
  it('are closed with their totals by the first report from April of the next year on', () => {
    const months = Array.from({ length: 15 }, (_, index) => addPeriods(period('2025-01'), index));
    const history = reportingAll(months.map((month) => ({ month, wageIdr: 5_200_000, late: 1 })));
    expect(history.map(({ type }) => type).indexOf('WageYearClosed')).toBe(14);
    const closing = history.find(({ type }) => type === 'WageYearClosed');
    expect(closing?.data).toMatchObject({
      ...OF_A_WORKER,
      year: 2025,
      totals: [
        { year: 2025, months: 12, wagesIdr: 62_400_000, contributionIdr: 12 * 61_880 },
        { year: 2026, months: 2, wagesIdr: 10_400_000 },
      ],
      effectiveOn: '2026-04-01',
    });
    // A wage that stays the same is said once.
    expect(closing?.data).toMatchObject({ wages: [{ wageIdr: 5_200_000 }] });
  });

  it('are thirty in two dozen events at most, and mean what every event of them means', () => {
    const months = Array.from({ length: 360 }, (_, index) => addPeriods(period('2016-01'), index));
    const history = reportingAll(
      months.map((month, index) => ({
        month,
        wageIdr: 3_000_000 + 100_000 * Math.floor(index / 12),
        late: 1,
      })),
    );
    const longest = history.map((_event, index) => read(history.slice(0, index + 1)).length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(24);
    expect(known(read(history))).toEqual(known(withoutClosings(history)));
    const last = history.findLast(({ type }) => type === 'WageYearClosed');
    expect(JSON.stringify(last).length).toBeLessThan(64 * 1024);
  });

  it('fold to the same with closings as without, whatever was reported when', () => {
    const report: fc.Arbitrary<Report> = fc.record({
      month: fc.integer({ min: 0, max: 30 }).map((months) => addPeriods(period('2022-01'), months)),
      wageIdr: fc.constantFrom(3_000_000, 3_000_000, 4_000_000),
      late: fc.integer({ min: 1, max: 40 }),
    });
    let closings = 0;
    fc.assert(
      fc.property(fc.array(report, { minLength: 10, maxLength: 40 }), (reports) => {
        const history = reportingAll(reports);
        closings += history.length - withoutClosings(history).length;
        expect(known(read(history))).toEqual(known(withoutClosings(history)));
        expect(known(history)).toEqual(known(withoutClosings(history)));
      }),
      { numRuns: 60 },
    );
    expect(closings).toBeGreaterThan(10);
  });

  it('are not closed while little was reported', () => {
    const history = reportingAll([{ month: period('2020-01'), wageIdr: 3_000_000, late: 1 }]);
    const state = fold(wageYears, history);
    expect(closingOfWages(OF_A_WORKER, state, firstDayOf(period('2026-05')))).toEqual([]);
  });
});
