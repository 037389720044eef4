import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Period, addPeriods, firstDayOf, fold, period, rupiah } from '#kernel';
import { testContext } from '#testing/decisions';
import { billMonth } from './bill-month.js';
import { FACTORY } from './dues.examples.js';
import type { DuesEvent } from './dues.events.js';
import { dues } from './dues.js';
import { closingOfDues, duesYears } from './dues-years.js';
import { payDues } from './pay-dues.js';

/** What whoever folds the stream reads of it. */
const read = (history: readonly DuesEvent[]) =>
  history.slice(
    Math.max(
      0,
      history.findLastIndex(({ type }) => type === dues.summary),
    ),
  );

const withoutClosings = (history: readonly DuesEvent[]) =>
  history.filter(({ type }) => type !== 'DuesYearClosed');

const STARTED = { startedOn: firstDayOf(period('2015-01')) };

function billing(month: Period, amountIdr: number, late: number, history: readonly DuesEvent[]) {
  const today = firstDayOf(addPeriods(month, late));
  const bill = { employerId: FACTORY, reportId: `report-${history.length}`, period: month, components: [] };
  return billMonth(
    { ...bill, changeIdr: rupiah(amountIdr) },
    fold(duesYears, read(history)),
    testContext({ today }),
  );
}

function paying(amountIdr: number, month: Period, history: readonly DuesEvent[]) {
  const today = firstDayOf(month);
  const payment = {
    paymentId: `payment-${history.length}`,
    bankReference: `B-${history.length}`,
    paidOn: today,
  };
  const input = { employerId: FACTORY, ...payment, amountIdr: rupiah(amountIdr) };
  return payDues(input, fold(duesYears, read(history)), testContext({ today }), STARTED);
}

/** Billed and paid in the next month. */
const monthAfterMonth = (first: string, months: number): readonly DuesEvent[] =>
  Array.from({ length: months }, (_, index) => addPeriods(period(first), index)).reduce<readonly DuesEvent[]>(
    (history, month) => {
      const billed = [...history, ...billing(month, 1_000_000, 1, history)];
      return [...billed, ...paying(1_000_000, addPeriods(month, 1), billed)];
    },
    [],
  );

describe('Years of dues', () => {
  it('are closed with their totals by the first bill or payment from April of the next year on', () => {
    const history = monthAfterMonth('2025-01', 15);
    const closings = history.filter(({ type }) => type === 'DuesYearClosed');
    expect(closings).toHaveLength(1);
    expect(closings[0]?.data).toMatchObject({
      employerId: FACTORY,
      year: 2025,
      totals: [
        { year: 2025, months: 12, billedIdr: 12_000_000, paidIdr: 12_000_000 },
        { year: 2026, months: 2, billedIdr: 2_000_000, paidIdr: 2_000_000 },
      ],
      creditIdr: 0,
      effectiveOn: '2026-04-01',
    });
  });

  it('are thirty in four dozen events at most, and mean what every event of them means', () => {
    const history = monthAfterMonth('2016-01', 360);
    const longest = history.map((_event, index) => read(history.slice(0, index + 1)).length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(48);
    expect(fold(dues, read(history))).toEqual(fold(dues, withoutClosings(history)));
    const last = history.findLast(({ type }) => type === 'DuesYearClosed');
    expect(JSON.stringify(last).length).toBeLessThan(96 * 1024);
  });

  it('fold to the same with closings as without, whatever was billed and paid when', () => {
    type Step = {
      readonly month: number;
      readonly amountIdr: number;
      readonly late: number;
      readonly isPaid: boolean;
    };
    const step: fc.Arbitrary<Step> = fc.record({
      month: fc.integer({ min: 0, max: 30 }),
      amountIdr: fc.constantFrom(100_000, 200_000, 500_000),
      late: fc.integer({ min: 1, max: 40 }),
      isPaid: fc.boolean(),
    });
    let closings = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const history = steps.reduce<readonly DuesEvent[]>((before, { month, amountIdr, late, isPaid }) => {
          const first = addPeriods(period('2022-01'), month);
          const recorded = isPaid
            ? paying(amountIdr, addPeriods(first, late), before)
            : billing(first, amountIdr, late, before);
          return [...before, ...recorded];
        }, []);
        closings += history.length - withoutClosings(history).length;
        expect(fold(dues, read(history))).toEqual(fold(dues, withoutClosings(history)));
        expect(fold(dues, history)).toEqual(fold(dues, withoutClosings(history)));
      }),
      { numRuns: 60 },
    );
    expect(closings).toBeGreaterThan(10);
  });

  it('are not closed while little was billed', () => {
    const history = billing(period('2020-01'), 100_000, 1, []);
    expect(closingOfDues(FACTORY, fold(duesYears, history), firstDayOf(period('2026-05')))).toEqual([]);
  });
});
