import { describe, expect, it } from '@jest/globals';
import { localDate, period, rupiah } from '#kernel';
import { wageBasisOn } from './wage-basis.js';
import type { WagesOnDay } from './wages.js';

const ACCIDENT = localDate('2026-11-05');
const WHEN_JOINING = rupiah(4_000_000);

/** A report of the wage of one member: month, wage, and the day of the report. */
type Report = readonly [string, number, string];

const reported = (...reports: readonly Report[]): WagesOnDay =>
  reports.reduce<WagesOnDay>(
    ({ months }, [month, wage, day]) => {
      const one = { reportId: `${month}/${day}`, wageIdr: rupiah(wage), reportedOn: localDate(day) };
      return { months: { ...months, [month]: [...(months[period(month)] ?? []), one] } };
    },
    { months: {} },
  );

describe('the wage that benefits of a wage earner are computed from', () => {
  const basis = (...reports: readonly Report[]) => wageBasisOn(ACCIDENT, reported(...reports), WHEN_JOINING);

  it('is the one of the month before, also where it was reported after the event but in time', () => {
    expect(
      basis(
        ['2026-09', 5_000_000, '2026-10-10'],
        ['2026-10', 5_200_000, '2026-11-12'],
        ['2026-11', 9_000_000, '2026-11-25'],
      ),
    ).toEqual({ reportedWageIdr: 5_200_000, wagePeriod: '2026-10' });
  });

  it('is that of the last month before where nothing was reported of it, and of who had only begun that of the first day', () => {
    expect(basis(['2026-08', 5_000_000, '2026-09-10'])).toEqual({
      reportedWageIdr: 5_000_000,
      wagePeriod: '2026-08',
    });
    expect(basis()).toEqual({ reportedWageIdr: WHEN_JOINING });
  });

  it('does not grow by a report that came too late: the employer owes the difference', () => {
    const inTime = ['2026-10', 2_600_000, '2026-11-03'] as const;
    expect(basis(inTime, ['2026-10', 4_100_000, '2026-11-20'])).toEqual({
      reportedWageIdr: 2_600_000,
      wagePeriod: '2026-10',
      actualWageIdr: 4_100_000,
    });
    expect(basis(inTime, ['2026-10', 2_000_000, '2026-11-20'])).toMatchObject({ reportedWageIdr: 2_600_000 });
    expect(basis(inTime, ['2026-10', 2_000_000, '2026-11-20'])).not.toHaveProperty('actualWageIdr');
    expect(basis(['2026-10', 5_000_000, '2026-11-20'])).toEqual({
      reportedWageIdr: WHEN_JOINING,
      actualWageIdr: 5_000_000,
    });
  });

  it('is not one that was taken back', () => {
    expect(
      basis(
        ['2026-09', 5_000_000, '2026-10-10'],
        ['2026-10', 6_000_000, '2026-11-01'],
        ['2026-10', 0, '2026-11-02'],
      ),
    ).toEqual({
      reportedWageIdr: 5_000_000,
      wagePeriod: '2026-09',
    });
  });
});
