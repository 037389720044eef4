import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { addDays, addPeriods, localDate, period, periodOf } from '#kernel';
import { SEGMENTS, type Segment, arrearsOfEvent, bookedMonths, coverageOn } from '#law';
import { type Cover, type Receipt, coverWith, monthsBookedBy } from './cover.js';
import { contributions } from './contributions.js';
import { statusIn } from './coverage-window.js';
import { contributionPaid } from './participant.examples.js';

const coverOf = (receipts: readonly Receipt[], segment: Segment = 'BPU') =>
  receipts.reduce<Cover | undefined>((cover, receipt) => coverWith(cover, receipt, segment), undefined);

/** The same receipts as the law gets them, through the stream that decisions read. */
const historyOf = (receipts: readonly Receipt[]) =>
  receipts.reduce(
    (state, { period: first, months, paidOn, settlesArrears }) =>
      contributions.evolve(
        state,
        contributionPaid(first, months, paidOn, settlesArrears && { settlesEventOn: paidOn }),
      ),
    contributions.initial,
  ).paid;

const paid = (first: string, months: number, on: string, more: Partial<Receipt> = {}): Receipt => ({
  period: period(first),
  months,
  paidOn: localDate(on),
  ...more,
});

const statusOn = (receipts: readonly Receipt[], day: string) =>
  statusIn(coverOf(receipts)?.windows ?? [], 'BPU', localDate(day));

describe('The cover of everything that was received', () => {
  it('reads a payment that an earlier release recorded for a month of choice as booked on the oldest unpaid one', () => {
    // Paid to June; September alone was recorded on 14 September: the law books it on July.
    const receipts = [paid('2026-01', 6, '2026-01-05'), paid('2026-09', 1, '2026-09-14')];
    expect(coverOf(receipts)?.paidThrough).toBe('2026-07');
    expect(statusOn(receipts, '2026-09-20')).toBe('PENDING_ARREARS');
    expect(statusOn(receipts, '2026-11-01')).toBe('INACTIVE');
  });

  it('books what was entered late where it belongs, and what came after it anew', () => {
    const late = [
      paid('2026-08', 1, '2026-08-03'),
      paid('2026-10', 1, '2026-10-05'),
      paid('2026-09', 1, '2026-09-04'),
    ];
    expect(coverOf(late)?.paidThrough).toBe('2026-10');
    expect(statusOn(late, '2026-09-20')).toBe('ACTIVE');
  });

  it('lets settled arrears end where they end, also after the membership did', () => {
    const receipts = [
      paid('2026-01', 6, '2026-01-05'),
      paid('2026-07', 3, '2026-11-25', { settlesArrears: true }),
    ];
    expect(statusOn(receipts, '2026-11-24')).toBe('INACTIVE');
    expect(statusOn(receipts, '2026-11-25')).toBe('PENDING_ARREARS');
    expect(coverOf(receipts)?.paidThrough).toBe('2026-09');
  });

  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(localDate('2023-01-01'), days));
  const receipt = fc.record({
    paidOn: day,
    ahead: fc.integer({ min: -5, max: 6 }),
    months: fc.constantFrom(1, 2, 3, 6, 12),
    settles: fc.option(day, { nil: undefined, freq: 4 }),
  });

  type Wish = typeof receipt extends fc.Arbitrary<infer One> ? One : never;

  /** As logs hold them: for any month, in any order, and now and then for the arrears of an event. */
  function recorded(wishes: readonly Wish[], segment: Segment): readonly Receipt[] {
    return wishes.reduce<readonly Receipt[]>((made, { paidOn, ahead, months, settles }) => {
      const [oldest, ...more] = settles ? arrearsOfEvent(settles, historyOf(made), segment).unpaid : [];
      return [
        ...made,
        oldest
          ? { period: oldest, months: more.length + 1, paidOn, settlesArrears: true }
          : { period: addPeriods(periodOf(paidOn), ahead), months, paidOn },
      ];
    }, []);
  }

  it('is what the law says of it, on every day, in every segment, in whichever order and for whichever months it was recorded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('BPU' as Segment, ...SEGMENTS),
        fc.array(receipt, { minLength: 1, maxLength: 7 }),
        fc.array(day, { minLength: 12, maxLength: 12 }),
        (segment, wishes, days) => {
          const receipts = recorded(wishes, segment);
          const history = historyOf(receipts);
          const windows = coverOf(receipts, segment)!.windows;
          for (const on of days)
            expect([on, statusIn(windows, segment, on)]).toEqual([
              on,
              coverageOn(on, history, segment).status,
            ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells by which receipt each month is paid, once each, also what was recorded for another month', () => {
    const receipts = [
      paid('2026-01', 2, '2026-01-05'),
      paid('2026-05', 1, '2026-03-10'),
      paid('2026-04', 1, '2026-04-10'),
    ];
    expect(monthsBookedBy(receipts)).toEqual([
      { month: '2026-01', recordedFor: '2026-01', paidOn: '2026-01-05' },
      { month: '2026-02', recordedFor: '2026-02', paidOn: '2026-01-05' },
      { month: '2026-03', recordedFor: '2026-05', paidOn: '2026-03-10' },
      { month: '2026-04', recordedFor: '2026-04', paidOn: '2026-04-10' },
    ]);
    expect(monthsBookedBy(receipts).map(({ month }) => month)).toEqual(bookedMonths(historyOf(receipts)));
  });
});
