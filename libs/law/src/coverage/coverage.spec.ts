import { describe, expect, it } from '@jest/globals';
import { type LocalDate, localDate, period, periodsFrom } from '#kernel';
import { arrearsOfEvent, coverageForEvent, coverageOn, monthToPay } from './coverage.js';
import { contributionDueDate } from './due-days.js';
import { bookedMonths, type PaidPeriod } from './spells.js';

const paid = (first: string, count: number, paidOn?: string): PaidPeriod[] =>
  periodsFrom(period(first), count).map((month) => ({
    period: month,
    ...(paidOn && { paidOn: localDate(paidOn) }),
  }));

describe('the due day of a contribution', () => {
  it.each([
    ['BPU', '2025-01', '2025-01-15'],
    ['BPU', '2025-02', '2025-02-17'],
    ['BPU', '2025-03', '2025-03-17'],
    ['PU', '2025-01', '2025-02-17'],
    ['PU', '2025-12', '2026-01-15'],
    ['PU', '2020-07', '2020-08-18'],
    ['PU', '2020-08', '2020-09-30'],
    ['PU', '2020-09', '2020-11-02'],
    ['BPU', '2020-10', '2020-11-02'],
    ['PU', '2021-01', '2021-03-01'],
    ['PU', '2021-02', '2021-03-15'],
    ['JAKON', '2025-01', '2024-12-31'],
  ] as const)('of %s for %s is %s', (segment, month, due) => {
    expect(contributionDueDate(period(month), segment)).toBe(due);
  });

  it('moves past the holidays it is told of', () => {
    const holidays = ['2025-01-15', '2025-01-16'] as LocalDate[];
    expect(contributionDueDate(period('2025-01'), 'BPU', holidays)).toBe('2025-01-17');
  });
});

describe('coverage', () => {
  it.each([
    ['2024-12-31', 'NEVER', 0, 0, 0],
    ['2025-01-01', 'ACTIVE', 0, 1, 1],
    ['2025-03-31', 'ACTIVE', 0, 3, 3],
    ['2025-04-15', 'ACTIVE', 0, 3, 3],
    ['2025-04-16', 'PENDING_ARREARS', 1, 3, 3],
    ['2025-05-15', 'PENDING_ARREARS', 1, 3, 3],
    ['2025-05-16', 'PENDING_ARREARS', 2, 3, 3],
    ['2025-06-17', 'PENDING_ARREARS', 3, 3, 3],
    ['2025-06-30', 'PENDING_ARREARS', 3, 3, 3],
    ['2025-07-01', 'INACTIVE', 0, 0, 3],
  ] as const)('of a BPU paid January to March 2025 is on %s %s', (date, status, arrears, run, all) => {
    expect(coverageOn(localDate(date), paid('2025-01', 3), 'BPU')).toMatchObject({
      status,
      arrearsMonths: arrears,
      consecutivePaidMonths: run,
      totalPaidMonths: all,
    });
  });

  it.each([
    ['2025-04-30', 'ACTIVE', 0],
    ['2025-05-15', 'ACTIVE', 0],
    ['2025-05-16', 'ACTIVE', 1],
    ['2025-07-16', 'ACTIVE', 3],
    ['2025-07-31', 'ACTIVE', 3],
    ['2025-08-01', 'INACTIVE', 0],
  ] as const)(
    'of a wage earner paid to March 2025 is on %s %s with %i months owed',
    (date, status, arrears) => {
      expect(coverageOn(localDate(date), paid('2025-01', 3), 'PU')).toMatchObject({
        status,
        arrearsMonths: arrears,
      });
    },
  );

  it.each(['JAKON', 'PMI'] as const)('of %s ends with what was paid in advance', (segment) => {
    expect(coverageOn(localDate('2025-03-31'), paid('2025-01', 3), segment).status).toBe('ACTIVE');
    expect(coverageOn(localDate('2025-04-01'), paid('2025-01', 3), segment).status).toBe('INACTIVE');
  });

  it('counts only what was paid by the day: paying after an accident does not cover it', () => {
    const late = [...paid('2025-01', 1), ...paid('2025-02', 5, '2025-06-12')];
    expect(coverageOn(localDate('2025-06-11'), late, 'BPU').status).toBe('INACTIVE');
    expect(coverageOn(localDate('2025-06-12'), late, 'BPU')).toMatchObject({
      status: 'ACTIVE',
      consecutivePaidMonths: 1,
      totalPaidMonths: 2,
      membershipStart: '2025-06-12',
    });
  });

  it('begins with the first payment', () => {
    const first = paid('2025-06', 1, '2025-06-10');
    expect(coverageOn(localDate('2025-06-09'), first, 'BPU').status).toBe('NEVER');
    expect(coverageOn(localDate('2025-06-10'), first, 'BPU').status).toBe('ACTIVE');
  });

  it('counts months paid in advance only when they have come', () => {
    const year = paid('2025-01', 12, '2025-01-05');
    expect(coverageOn(localDate('2025-02-20'), year, 'BPU')).toMatchObject({
      status: 'ACTIVE',
      consecutivePaidMonths: 2,
      totalPaidMonths: 2,
      paidThrough: '2025-02',
    });
  });

  it('starts the run anew after a gap, while the total goes on', () => {
    const history = [...paid('2024-01', 5), ...paid('2025-05', 2), ...paid('2025-05', 1)];
    expect(coverageOn(localDate('2025-06-20'), history, 'BPU')).toMatchObject({
      status: 'ACTIVE',
      consecutivePaidMonths: 2,
      totalPaidMonths: 7,
    });
  });

  it('is NEVER without a payment', () => {
    expect(coverageOn(localDate('2025-06-20'), [], 'PU')).toEqual({
      status: 'NEVER',
      arrearsMonths: 0,
      consecutivePaidMonths: 0,
      totalPaidMonths: 0,
    });
  });
});

describe('payments of a BPU (Q-15)', () => {
  const booked = (...history: readonly PaidPeriod[][]) => bookedMonths(history.flat());

  it('are booked on the oldest unpaid month, whichever they were recorded for', () => {
    const gap = [paid('2025-01', 1, '2025-01-05'), paid('2025-03', 1, '2025-03-05')];
    expect(booked(...gap)).toEqual(['2025-01', '2025-02']);
    expect(booked(...gap, paid('2025-02', 1, '2025-03-20'))).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(coverageOn(localDate('2025-03-31'), gap.flat(), 'BPU')).toMatchObject({
      status: 'PENDING_ARREARS',
      arrearsMonths: 1,
      paidThrough: '2025-02',
    });
  });

  it('come to the same in whatever order they are entered', () => {
    const receipts = [
      ...paid('2025-01', 2, '2025-01-05'),
      ...paid('2025-04', 1, '2025-04-10'),
      ...paid('2025-03', 1, '2025-04-12'),
    ];
    expect(booked(receipts.toReversed())).toEqual(booked(receipts));
    expect(booked(receipts)).toEqual(['2025-01', '2025-02', '2025-03', '2025-04']);
  });

  it('after the end of membership begin another one, and older months are not charged', () => {
    const old = paid('2025-01', 1, '2025-01-05');
    expect(booked(old, paid('2025-02', 1, '2025-04-30'))).toEqual(['2025-01', '2025-02']);
    expect(booked(old, paid('2025-02', 1, '2025-05-01'))).toEqual(['2025-01', '2025-05']);
    expect(booked(old, paid('2025-07', 1, '2025-05-01'))).toEqual(['2025-01', '2025-07']);
  });

  it('tell since when the membership lasts', () => {
    const since = (day: string, ...history: PaidPeriod[]) =>
      coverageOn(localDate(day), history, 'BPU').membershipStart;
    expect(since('2025-03-20', ...paid('2025-01', 2, '2025-01-20'))).toBe('2025-01-20');
    expect(since('2025-03-20', ...paid('2025-03', 1, '2025-01-20'))).toBe('2025-03-01');
    const cameBack = [...paid('2024-01', 3, '2024-01-10'), ...paid('2025-03', 1, '2025-03-04')];
    expect(since('2025-03-20', ...cameBack)).toBe('2025-03-04');
    expect(since('2024-05-31', ...cameBack)).toBe('2024-01-10');
    expect(since('2024-07-01', ...cameBack)).toBeUndefined();
  });

  it('are asked for the oldest unpaid month, or for this or a later one when there is no membership', () => {
    const history = paid('2025-01', 2, '2025-01-05');
    expect(monthToPay(localDate('2025-05-31'), history)).toEqual({ exactly: '2025-03' });
    expect(monthToPay(localDate('2025-06-01'), history)).toEqual({ from: '2025-06' });
    expect(monthToPay(localDate('2025-06-01'), [])).toBeUndefined();
    expect(monthToPay(localDate('2024-12-01'), history)).toBeUndefined();
    const ahead = paid('2025-03', 1, '2025-01-05');
    expect(monthToPay(localDate('2025-01-06'), ahead)).toEqual({ exactly: '2025-04' });
  });
});

describe('the arrears that a claim waits for (Q-1)', () => {
  it('that were paid otherwise by the time somebody settles them leave the money to the oldest unpaid month', () => {
    const settled = paid('2026-07', 1, '2026-09-25').map((one) => ({
      ...one,
      settlesArrears: true as const,
    }));
    const history = [...paid('2026-01', 6, '2026-01-05'), ...paid('2026-07', 1, '2026-09-14'), ...settled];
    expect(bookedMonths(history).at(-1)).toBe('2026-08');
  });

  const EVENT = localDate('2026-09-20');
  const toJune = paid('2026-01', 6, '2026-01-10');
  const arrears = (...since: readonly PaidPeriod[][]) =>
    arrearsOfEvent(EVENT, [toJune, ...since].flat(), 'BPU');
  const settling = (first: string, count: number, paidOn: string): PaidPeriod[] =>
    paid(first, count, paidOn).map((month) => ({ ...month, settlesArrears: true }));
  const ALL = ['2026-07', '2026-08', '2026-09'];

  it('are exactly the months that were due and unpaid on the day of the event', () => {
    expect(arrears()).toEqual({ months: ALL, unpaid: ALL });
    const dayBefore = arrearsOfEvent(localDate('2026-09-15'), toJune, 'BPU');
    expect(dayBefore.months).toEqual(['2026-07', '2026-08']);
    expect(arrearsOfEvent(localDate('2026-07-15'), toJune, 'BPU').months).toEqual([]);
    expect(arrearsOfEvent(localDate('2026-10-01'), toJune, 'BPU').months).toEqual([]);
    expect(arrearsOfEvent(EVENT, toJune, 'PU').months).toEqual([]);
  });

  it('are not settled by a month of choice: the money counts for the oldest', () => {
    expect(arrears(paid('2026-09', 1, '2026-09-25'))).toEqual({
      months: ALL,
      unpaid: ['2026-08', '2026-09'],
    });
  });

  it('are not settled by one of the months, nor by what is paid for later ones', () => {
    const status = (...since: readonly PaidPeriod[][]) =>
      coverageForEvent(EVENT, [toJune, ...since].flat(), 'BPU').status;
    expect(status(paid('2026-07', 2, '2026-09-25'))).toBe('PENDING_ARREARS');
    expect(status(paid('2026-07', 3, '2026-09-25'))).toBe('ACTIVE');
    expect(status(paid('2026-10', 12, '2026-10-05'))).toBe('PENDING_ARREARS');
  });

  it('are settled as long afterwards as one likes, beside a membership that has begun since', () => {
    const again = paid('2027-05', 2, '2027-05-03');
    const settled = settling('2026-07', 3, '2029-02-01');
    expect(arrears(again, settled)).toEqual({ months: ALL, unpaid: [], settledOn: '2029-02-01' });
    expect(arrears(again, settling('2026-07', 2, '2029-02-01')).unpaid).toEqual(['2026-09']);
    expect(coverageForEvent(EVENT, [toJune, again, settled].flat(), 'BPU')).toMatchObject({
      status: 'ACTIVE',
      arrearsMonths: 0,
      consecutivePaidMonths: 9,
      totalPaidMonths: 9,
      paidThrough: '2026-09',
      membershipStart: '2026-01-10',
    });
    expect(coverageOn(localDate('2029-02-01'), [toJune, settled].flat(), 'BPU').status).toBe('INACTIVE');
  });
});
