import { describe, expect, it } from '@jest/globals';
import { derivedId, fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { FACTORY, duesPaid, monthBilled, monthSettled } from './dues.examples.js';
import type { DuesEvent } from './dues.events.js';
import { dues } from './dues.js';
import { duesYears } from './dues-years.js';
import { payDues } from './pay-dues.js';
import { reportWage } from './report-wage.js';
import { reportIdOf } from './wage-report.js';
import { wageYears } from './wage-years.js';

const given = decisionSpec(duesYears);
const EMPLOYER = { startedOn: localDate('2020-01-02') };

/** January 2026 costs 1,000,000, of which half of the JKK, 60,000, is relieved. */
const JANUARY = monthBilled('2026-01', 940_000, 'report-1', '2026-02-18', 60_000);

const paying = (amountIdr: number, paidOn: string) => (state: Parameters<typeof payDues>[1]) => {
  const day = localDate(paidOn);
  const payment = { employerId: FACTORY, paymentId: 'payment-B-1', bankReference: 'B-1' };
  const context = testContext({ today: day });
  return payDues({ ...payment, amountIdr: rupiah(amountIdr), paidOn: day }, state, context, EMPLOYER);
};
const settled = (of: Parameters<typeof monthSettled>, relief: object): DuesEvent => {
  const event = monthSettled(...of) as Extract<DuesEvent, { type: 'MonthSettled' }>;
  return { ...event, data: { ...event.data, ...relief } };
};

describe('An employer of labour-intensive industry', () => {
  const wage = (changes: object) =>
    reportWage(
      {
        reportId: 'report-1',
        membershipId: 'membership-1',
        participantId: 'participant-1',
        employerId: FACTORY,
        period: period('2025-03'),
        riskClass: 1,
        programmes: ['JKK', 'JKM'],
        wageIdr: rupiah(5_000_000),
        backPayIdr: rupiah(0),
        ...changes,
      },
      wageYears.initial,
      testContext(),
      { worked: true },
    )[0]?.data;

  it('is billed half of JKK and all of JKM, with the arithmetic (WE-58)', () => {
    expect(wage({ labourIntensive: true })).toMatchObject({
      components: [
        { code: 'CONTRIB_JKK', amountIdr: 6_000 },
        { code: 'CONTRIB_JKM', amountIdr: 15_000 },
      ],
      contributionIdr: 21_000,
      reliefIdr: 6_000,
      reliefArithmetic: '50% × 0.24% × 5,000,000 = 6,000',
    });
    expect(wage({})).toMatchObject({ contributionIdr: 27_000 });
    const outside = wage({ labourIntensive: true, period: period('2026-02') });
    expect(outside).toMatchObject({ contributionIdr: 27_000 });
    expect(outside).not.toHaveProperty('reliefIdr');
  });

  it('hands in another report where it is relieved, and the same one as ever where it is not', () => {
    const terms = {
      employerId: FACTORY,
      period: period('2025-03'),
      fileDigest: 'digest',
      riskClass: 1 as const,
    };
    const programmes = ['JKK', 'JKM'] as const;
    const id = reportIdOf({ ...terms, programmes });
    expect(id).toBe(derivedId('wage-report', FACTORY, '2025-03', 'digest', '1', 'JKK+JKM'));
    expect(reportIdOf({ ...terms, programmes, labourIntensive: true })).not.toBe(id);
  });

  it('pays the reduced tariff in time', () => {
    given([JANUARY])
      .when(paying(940_000, '2026-02-18'))
      .thenRecorded([
        duesPaid(940_000, '2026-02-18'),
        settled(['2026-01', 940_000, '2026-02-18', ['report-1']], { reliefIdr: 60_000 }),
      ]);
  });

  it('pays it until 30 June 2026 with half a percent of fine a month', () => {
    given([JANUARY])
      .when(paying(963_500, '2026-06-30'))
      .thenRecorded([
        duesPaid(963_500, '2026-06-30'),
        // Five months have begun since 18 February: 0.5 % each.
        settled(['2026-01', 940_000, '2026-06-30', ['report-1'], [23_500, 5]], { reliefIdr: 60_000 }),
      ]);
  });

  it('pays the full tariff afterwards, with the fine of everybody', () => {
    const events = [
      duesPaid(1_100_000, '2026-07-01'),
      settled(['2026-01', 1_000_000, '2026-07-01', ['report-1'], [100_000, 5]], { reliefLostIdr: 60_000 }),
    ];
    given([JANUARY]).when(paying(1_100_000, '2026-07-01')).thenRecorded(events);
    expect(fold(dues, [JANUARY, ...events])).toMatchObject({
      creditIdr: 0,
      bills: { '2026-01': { billedIdr: 1_000_000, paidIdr: 1_000_000, open: [], reliefLostIdr: 60_000 } },
    });
    given([JANUARY])
      .when(paying(1_099_999, '2026-07-01'))
      .thenRecorded([duesPaid(1_099_999, '2026-07-01')]);
  });

  it('has as credit what it had paid in full before the relief was known', () => {
    const inFull = [
      monthBilled('2025-08', 1_000_000, 'report-8', '2025-09-15'),
      duesPaid(1_000_000, '2025-09-03'),
      monthSettled('2025-08', 1_000_000, '2025-09-03', ['report-8']),
    ];
    const relieved = monthBilled('2025-08', -60_000, 'report-8b', '2025-09-15', 60_000);
    expect(fold(dues, [...inFull, relieved])).toMatchObject({
      creditIdr: 60_000,
      bills: { '2025-08': { billedIdr: 940_000, paidIdr: 940_000 } },
    });
  });

  it('gets back of whom it takes back a wage also the relief that was lost for them', () => {
    const paid = [JANUARY, ...payingOf([JANUARY], 1_100_000, '2026-07-01')];
    const less = monthBilled('2026-01', -94_000, 'report-1b', '2026-02-18', -6_000);
    expect(fold(dues, [...paid, less])).toMatchObject({
      creditIdr: 100_000,
      bills: { '2026-01': { billedIdr: 900_000, paidIdr: 900_000, reliefLostIdr: 54_000 } },
    });
  });
});

const payingOf = (history: readonly DuesEvent[], amountIdr: number, paidOn: string) =>
  paying(amountIdr, paidOn)(fold(duesYears, history));
