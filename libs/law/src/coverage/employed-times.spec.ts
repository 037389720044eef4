import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LocalDate, addDays, addPeriods, localDate, period } from '#kernel';
import { employedCoverTimes } from './employed-times.js';
import { type Employment, employedCoverageOn } from './employed.js';

/** Three years around the months whose contributions fell due later (PP 49/2020). */
const FIRST_DAY = localDate('2019-11-01');
const DAYS = Array.from({ length: 3 * 365 }, (_, n) => addDays(FIRST_DAY, n));

const dayWithin = (days: number) => fc.nat(days).map((n) => addDays(FIRST_DAY, n));

const anyEmployment: fc.Arbitrary<Omit<Employment, 'employerPaidFirstOn'>> = fc
  .record({
    startedOn: dayWithin(600),
    lasts: fc.option(fc.nat(500)),
    // Of months before the first day too: they count for an earlier time of work.
    paid: fc.array(
      fc.record({
        period: fc.nat(34).map((n) => addPeriods(period('2019-11'), n)),
        paidOn: fc.option(dayWithin(1_300), { nil: undefined }),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ startedOn, lasts, paid }) => ({
    startedOn,
    paid,
    ...(lasts !== null && { endedOn: addDays(startedOn, lasts) }),
  }));

describe('the times in which a wage earner is covered', () => {
  it('are the days on which the employer has paid, or BPJS bears its arrears', () => {
    fc.assert(
      fc.property(anyEmployment, (employment) => {
        const times = employedCoverTimes(employment);
        const known = { ...employment, employerPaidFirstOn: localDate('2019-01-01') };
        const covered = DAYS.filter((day) => times.some((time) => time.fromOn <= day && day < time.untilOn));
        expect(covered).toEqual(DAYS.filter((day) => employedCoverageOn(day, known).status === 'ACTIVE'));
      }),
    );
  });

  it('lie apart, oldest first', () => {
    fc.assert(
      fc.property(anyEmployment, (employment) => {
        const days = employedCoverTimes(employment).flatMap(({ fromOn, untilOn }) => [fromOn, untilOn]);
        expect(days).toEqual([...new Set<LocalDate>(days)].sort());
      }),
    );
  });

  it('are cut by months that nobody paid', () => {
    const paid = ['2025-01', '2025-02', '2025-08'].map((month) => ({
      period: period(month),
      paidOn: localDate('2025-02-10'),
    }));
    expect(employedCoverTimes({ startedOn: localDate('2025-01-20'), paid })).toEqual([
      { fromOn: '2025-01-20', untilOn: '2025-07-16' },
      { fromOn: '2025-09-16', untilOn: '2026-01-16' },
    ]);
  });
});
