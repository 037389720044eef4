import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LocalDate, addDays, addPeriods, firstDayOf, fold, localDate, period, rupiah } from '#kernel';
import { coverageOn } from '#law';
import { testContext } from '#testing/decisions';
import { closingOf, closingOfYears, contributionYears } from './contribution-years.js';
import { contributions } from './contributions.js';
import { contributionReversed } from './correction.examples.js';
import type { ContributionEvent } from './contribution.events.js';
import { SITI, contributionPaid, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { paymentsOf } from './payments.js';
import { recordContribution } from './record-contribution.js';
import { sponsors } from './sponsor.js';

/** What whoever folds the stream reads of it. */
const read = (history: readonly ContributionEvent[]) =>
  history.slice(
    Math.max(
      0,
      history.findLastIndex(({ type }) => type === contributions.summary),
    ),
  );

const withoutClosings = (history: readonly ContributionEvent[]) =>
  history.filter(({ type }) => type !== 'ContributionYearClosed');

const known = ({ paid, backDatedBy, totals }: typeof contributionYears.initial) => ({
  paid,
  backDatedBy,
  totals,
});

const facts = {
  participant: fold(participants, [sitiRegistered({ effectiveOn: localDate('2016-01-04') })]),
  sponsor: sponsors.initial,
};

const fifthOf = (month: string) => addDays(firstDayOf(period(month)), 4);

/** Pays for a month on its fifth day. */
function payingFor(month: string, history: readonly ContributionEvent[]): readonly ContributionEvent[] {
  const paidOn = fifthOf(month);
  const input = {
    participantId: SITI,
    period: period(month),
    months: 1,
    payer: 'SELF' as const,
    paidOn,
    receipt: `R ${month}`,
  };
  const state = fold(contributionYears, read(history));
  return recordContribution(input, state, testContext({ today: paidOn }), facts);
}

/** The same of many months, without asking whether each may be paid. */
function payingMonths(first: string, months: number): readonly ContributionEvent[] {
  const history: ContributionEvent[] = [];
  for (let index = 0; index < months; index++) {
    const month = addPeriods(period(first), index);
    const paidOn = fifthOf(month);
    const paid = { receipt: `R ${month}`, amountIdr: rupiah(16_800) };
    history.push(
      ...closingOfYears(SITI, fold(contributionYears, read(history)), paidOn),
      contributionPaid(month, 1, paidOn, paid),
    );
  }
  return history;
}

describe('Years of contributions', () => {
  it('are closed with their totals by the first payment from April of the next year on', () => {
    const untilMarch = payingMonths('2016-01', 15);
    expect(untilMarch.map(({ type }) => type)).not.toContain('ContributionYearClosed');
    expect(payingFor('2017-04', untilMarch)).toMatchObject([
      {
        type: 'ContributionYearClosed',
        data: {
          year: 2016,
          totals: [
            { year: 2016, months: 12, amountIdr: 12 * 16_800 },
            { year: 2017, months: 3, amountIdr: 3 * 16_800 },
          ],
          effectiveOn: '2017-04-05',
        },
      },
      { type: 'ContributionPaid', data: { period: '2017-04' } },
    ]);
  });

  it('are not closed where little was recorded: it is read as fast', () => {
    const yearly = [2016, 2017, 2018].map((year) => contributionPaid(`${year}-01`, 12, `${year}-01-05`));
    expect(closingOfYears(SITI, fold(contributionYears, yearly), localDate('2019-05-02'))).toEqual([]);
  });

  it('are thirty in two dozen events at most, and mean what every event of them means', () => {
    const history = payingMonths('2016-01', 360);
    expect(history.filter(({ type }) => type === 'ContributionYearClosed')).toHaveLength(29);
    const longest = history.map((_event, index) => read(history.slice(0, index + 1)).length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(24);
    const short = fold(contributionYears, read(history));
    const long = fold(contributionYears, withoutClosings(history));
    expect(known(short)).toEqual(known(long));
    expect(short.paid).toHaveLength(360);
    const last = history.findLast(({ type }) => type === 'ContributionYearClosed');
    expect(JSON.stringify(last).length).toBeLessThan(32 * 1024);
  });

  it('count on as they were when a payment of one is taken back, entered late or confirmed', () => {
    const history = [
      ...payingMonths('2024-01', 16),
      contributionPaid('2024-02', 1, '2024-02-20', { backDatedBy: 'finance-1' }),
      {
        ...contributionReversed,
        data: {
          ...contributionReversed.data,
          amountIdr: rupiah(16_800),
          period: period('2024-03'),
          receipt: 'R 2024-03',
          paidOn: localDate('2024-03-05'),
        },
      },
    ];
    const read = history.slice(history.findIndex(({ type }) => type === 'ContributionYearClosed'));
    const state = fold(contributionYears, read);
    expect(known(state)).toEqual(known(fold(contributionYears, withoutClosings(history))));
    expect(state.totals[0]).toEqual({ year: 2024, months: 12, amountIdr: rupiah(11 * 16_800 + 8_400) });
    expect(state.backDatedBy).toEqual(['finance-1']);
    // Whoever takes a payment back looks at all of them, in closed years too.
    expect(fold(paymentsOf, history).payments.map(({ period: month }) => month)).not.toContain('2024-03');
  });

  it('fold to the same with closings anywhere as without any, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const history = steps.reduce<readonly ContributionEvent[]>(
          (events, next) => [...events, ...next(events)],
          [],
        );
        const plain = withoutClosings(history);
        const short = fold(contributionYears, read(history));
        expect(known(short)).toEqual(known(fold(contributionYears, plain)));
        expect(known(fold(contributionYears, history))).toEqual(known(short));
        expect(fold(paymentsOf, history)).toEqual(fold(paymentsOf, plain));
        const { paid } = fold(contributions, read(history));
        const days = ['2024-06-20', '2025-01-01', '2026-11-20'].map(localDate);
        for (const day of days) {
          expect(coverageOn(day, paid, 'BPU')).toEqual(
            coverageOn(day, fold(contributions, plain).paid, 'BPU'),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});

type Step = (history: readonly ContributionEvent[]) => readonly ContributionEvent[];

const someDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 1_400 })
  .map((days) => addDays(localDate('2023-01-05'), days));
const someMonth = fc.integer({ min: 0, max: 46 }).map((months) => addPeriods(period('2023-01'), months));
const clerk = fc.constantFrom('finance-1', 'finance-2');

const payment: fc.Arbitrary<Step> = fc
  .tuple(
    someMonth,
    fc.constantFrom(1, 2, 3, 6, 12),
    someDay,
    fc.option(clerk),
    fc.integer({ max: 9, min: 0 }),
  )
  .map(([first, months, paidOn, backDatedBy, kind]) => (history) => [
    contributionPaid(first, months, paidOn, {
      receipt: `R ${history.length}`,
      ...(backDatedBy && { backDatedBy }),
      ...(kind > 7 && { settlesEventOn: paidOn }),
      ...(kind === 9 && { setOffClaimId: 'claim-1' }),
    }),
  ]);

const reversal: fc.Arbitrary<Step> = fc.nat().map((place) => (history) => {
  const { payments } = fold(paymentsOf, history);
  const payment = payments[place % Math.max(1, payments.length)];
  if (!payment) return [];
  const { period: first, months, amountIdr, paidOn, receipt } = payment;
  const data = { ...contributionReversed.data, period: first, months, amountIdr, paidOn, receipt };
  return [{ ...contributionReversed, data }];
});

const confirmation: fc.Arbitrary<Step> = clerk.map((confirmerId) => () => [
  {
    type: 'BackDatedContributionsConfirmed',
    data: { participantId: SITI, confirmerId, effectiveOn: localDate('2026-11-20') },
  },
]);

const closing: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom(2023, 2024, 2025), someDay)
  .map(([year, today]) => (history) => [
    closingOf(SITI, fold(contributionYears, read(history)), { year, today }),
  ]);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: payment },
  { weight: 2, arbitrary: reversal },
  { weight: 1, arbitrary: confirmation },
  { weight: 2, arbitrary: closing },
);
