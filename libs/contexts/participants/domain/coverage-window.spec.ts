import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { type LocalDate, addDays, addPeriods, localDate, period, periodOf, periodsFrom } from '#kernel';
import { SEGMENTS, type Segment, coverageOn, monthToPay } from '#law';
import { type PaidMonths, coverageWindow, statusIn } from './coverage-window.js';

const paid = (first: string, months: number, paidOn: string): PaidMonths => ({
  period: period(first),
  months,
  paidOn: localDate(paidOn),
});

const statusFrom = (payments: readonly PaidMonths[], segment: Segment, on: LocalDate) =>
  statusIn(
    payments.map((payment) => coverageWindow(payment, segment)),
    segment,
    on,
  );

describe('A coverage window', () => {
  it('begins with the payment, and ends three unpaid months later', () => {
    expect(coverageWindow(paid('2026-11', 1, '2026-11-02'), 'BPU')).toEqual({
      coveredFrom: '2026-11-02',
      arrearsFrom: '2026-12-16',
      inactiveFrom: '2027-03-01',
    });
  });

  it('begins with the first month of a payment made ahead', () => {
    expect(coverageWindow(paid('2027-01', 3, '2026-11-02'), 'BPU').coveredFrom).toBe('2027-01-01');
  });

  it('leaves the months before a payment made ahead as they are', () => {
    const payments = [paid('2026-10', 1, '2026-10-05'), paid('2027-03', 1, '2027-02-05')];
    expect(statusFrom(payments, 'BPU', localDate('2026-12-20'))).toBe('PENDING_ARREARS');
    expect(statusFrom(payments, 'BPU', localDate('2027-02-28'))).toBe('INACTIVE');
    expect(statusFrom(payments, 'BPU', localDate('2027-03-01'))).toBe('ACTIVE');
  });

  it('does not exist without a payment', () => {
    expect(statusIn([], 'BPU', localDate('2026-11-20'))).toBe('NEVER');
  });
});

const monthsOf = (payments: readonly PaidMonths[]) =>
  payments.flatMap(({ period: first, months, paidOn }) =>
    periodsFrom(first, months).map((month) => ({ period: month, paidOn })),
  );

interface Wish {
  readonly paidOn: LocalDate;
  /** How many months after that of the payment; arrears go three months back at most. */
  readonly ahead: number;
  readonly months: number;
}

/** The payments as they are recorded: of a BPU for the oldest unpaid month. */
function taken(wishes: readonly Wish[], segment: Segment): readonly PaidMonths[] {
  const inOrder = wishes.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1));
  return inOrder.reduce<readonly PaidMonths[]>((made, { paidOn, ahead, months }) => {
    const wished = addPeriods(periodOf(paidOn), ahead);
    const asked = segment === 'BPU' ? monthToPay(paidOn, monthsOf(made)) : undefined;
    const least = asked && 'from' in asked && asked.from > wished ? asked.from : wished;
    return [...made, { period: asked && 'exactly' in asked ? asked.exactly : least, months, paidOn }];
  }, []);
}

describe('The status of the windows', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(localDate('2023-01-01'), days));
  const payment = fc.record({
    paidOn: day,
    ahead: fc.integer({ min: -3, max: 4 }),
    months: fc.constantFrom(1, 2, 3, 6, 12),
  });

  it('is what the law says of the payments that are taken, on every day and in every segment', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEGMENTS),
        fc.array(payment, { maxLength: 6 }),
        fc.array(day, { minLength: 10, maxLength: 10 }),
        (segment, payments, days) => {
          const made = taken(payments, segment);
          const history = monthsOf(made);
          for (const on of days)
            expect([on, statusFrom(made, segment, on)]).toEqual([
              on,
              coverageOn(on, history, segment).status,
            ]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
