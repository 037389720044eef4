import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { type ReportWageInput, reportWage, wageFell } from './report-wage.js';
import { interruptedBefore, startReport, wageReports } from './wage-report.js';
import type { WageReportEvent } from './wages.events.js';
import { type WageColumn, readWageRow } from './wage-row.js';
import { wageYears } from './wage-years.js';
import { changeBy, wageOf, wages } from './wages.js';

const context = testContext();
const given = decisionSpec(wageYears);
const WORKS = { worked: true };

const input = (changes: Partial<ReportWageInput> = {}): ReportWageInput => ({
  reportId: 'report-1',
  membershipId: 'membership-1',
  participantId: 'participant-1',
  employerId: 'employer-1',
  period: period('2026-10'),
  riskClass: 3,
  programmes: ['JKK', 'JKM', 'JHT', 'JP'],
  wageIdr: rupiah(5_200_000),
  backPayIdr: rupiah(0),
  ...changes,
});
const reported = (changes: Partial<ReportWageInput> = {}) =>
  reportWage(input(changes), wageYears.initial, context, WORKS);

describe('the wage of a month', () => {
  it('is recorded with what the law asks for it', () => {
    // 0.89 %, 0.30 %, 3.7 % and 2 %, 2 % and 1 % of 5,200,000.
    expect(reported()[0]!.data).toMatchObject({
      components: [
        { code: 'CONTRIB_JKK', amountIdr: 46_280 },
        { code: 'CONTRIB_JKM', amountIdr: 15_600 },
        { code: 'CONTRIB_JHT_EMPLOYER', amountIdr: 192_400 },
        { code: 'CONTRIB_JHT_WORKER', amountIdr: 104_000 },
        { code: 'CONTRIB_JP_EMPLOYER', amountIdr: 104_000 },
        { code: 'CONTRIB_JP_WORKER', amountIdr: 52_000 },
      ],
      contributionIdr: 514_280,
    });
  });

  it('counts for JP up to the cap of the month, with back pay', () => {
    const [report] = reported({ wageIdr: rupiah(11_000_000), backPayIdr: rupiah(1_000_000) });
    // 2 % of 11,086,300, and 3.7 % of 12,000,000.
    const some = [
      { code: 'CONTRIB_JP_EMPLOYER', amountIdr: 221_726 },
      { code: 'CONTRIB_JHT_EMPLOYER', amountIdr: 444_000 },
    ];
    expect(report?.data).toMatchObject({ components: expect.arrayContaining(some) as unknown });
  });

  it('is said once by a report, and corrected by the next one', () => {
    given([...reported()])
      .when((state) => reportWage(input(), state, context, WORKS))
      .thenRecorded([]);
    const more = { reportId: 'report-2', wageIdr: rupiah(6_000_000) };
    const state = fold(wages, [...reported(), ...reported(more)]);
    expect(wageOf(state, period('2026-10'))).toBe(6_000_000);
    expect(changeBy(state, period('2026-10'), 'report-2')).toMatchObject({
      before: { contributionIdr: 514_280 },
      now: { wageIdr: 6_000_000 },
    });
    expect(changeBy(state, period('2026-10'), 'report-1').before).toBeUndefined();
  });

  it('is taken back by nothing, where there was one', () => {
    const nothing = { reportId: 'report-2', wageIdr: rupiah(0) };
    given()
      .when((state) => reportWage(input(nothing), state, context, WORKS))
      .thenRejected('WAGE_MISSING');
    const [taken] = reportWage(input(nothing), fold(wageYears, reported()), context, { worked: false });
    expect(taken!.data).toMatchObject({ components: [], contributionIdr: 0 });
    expect(wageOf(fold(wages, [...reported(), taken!]), period('2026-10'))).toBeUndefined();
  });

  it.each([
    [undefined, 'NOT_A_MEMBER'],
    [{ worked: false }, 'NOT_WORKING_THEN'],
    [{ worked: true, diedOn: localDate('2026-09-30') }, 'DIED_BEFORE'],
  ])('of %j is refused: %s', (member, code) => {
    given()
      .when((state) => reportWage(input(), state, context, member))
      .thenRejected(code);
  });

  it('of the month of a death is due', () => {
    const member = { worked: true, diedOn: localDate('2026-10-01') };
    expect(reportWage(input(), wageYears.initial, context, member)).toHaveLength(1);
  });

  it('that falls by a fifth asks for a reason', () => {
    expect(wageFell(rupiah(5_000_000), rupiah(4_000_000))).toBe(true);
    expect(wageFell(rupiah(5_000_000), rupiah(4_000_001))).toBe(false);
    expect(wageFell(undefined, rupiah(1))).toBe(false);
  });
});

describe('a report of wages', () => {
  const report = (month: string) => ({
    reportId: 'report-1',
    employerId: 'employer-1',
    period: period(month),
    fileDigest: 'd',
    riskClass: 3 as const,
    programmes: ['JKK' as const],
    rows: 1,
  });
  const employer = { startedOn: localDate('2026-03-05'), lastDay: localDate('2026-10-31') };

  it.each([
    ['2026-12', {}, 'MONTH_NOT_BEGUN'],
    ['2026-02', {}, 'MONTH_BEFORE_EMPLOYER'],
    ['2026-11', { lastDay: localDate('2026-10-31') }, 'MONTH_AFTER_EMPLOYER'],
  ])('of %s is refused: %s', (month, more, code) => {
    decisionSpec(wageReports)()
      .when((state) =>
        startReport(report(month), state, context, { ...employer, lastDay: undefined, ...more }),
      )
      .thenRejected(code);
  });
});

describe('a report that was interrupted', () => {
  const lineOf = (line: number) => ({
    line,
    participantId: `participant-${line}`,
    wageIdr: rupiah(1),
    backPayIdr: rupiah(0),
  });
  const started = (reportId: string): WageReportEvent => ({
    type: 'WageReportStarted',
    data: {
      reportId,
      employerId: 'employer-1',
      period: period('2026-10'),
      fileDigest: reportId,
      rows: 2,
      riskClass: 3,
      programmes: ['JKK'],
      effectiveOn: localDate('2026-11-05'),
    },
  });
  const handedIn = (reportId: string, page: number, ...lines: number[]): WageReportEvent => ({
    type: 'WagesHandedIn',
    data: {
      reportId,
      employerId: 'employer-1',
      period: period('2026-10'),
      page,
      lines: lines.map(lineOf),
      rejected: [],
      effectiveOn: localDate('2026-11-05'),
    },
  });
  const before = (...events: WageReportEvent[]) =>
    interruptedBefore(fold(wageReports, events), 'report-2').map(([id]) => id);

  it('is finished by the next one, if all of it had been handed in', () => {
    expect(before(started('report-1'), handedIn('report-1', 0, 1), started('report-2'))).toEqual([]);
    const whole = [started('report-1'), handedIn('report-1', 0, 1), handedIn('report-1', 1, 2)];
    expect(before(...whole, started('report-2'))).toEqual(['report-1']);
    expect(before(started('report-2'), ...whole)).toEqual([]);
  });
});

describe('a line of a file of wages', () => {
  const line = (cells: Partial<Record<WageColumn, string>>) =>
    readWageRow({ nik: '0000055205900001', wage: '5200000', back_pay: '', ...cells });

  it.each([
    [{}, { nik: '0000055205900001', wageIdr: 5_200_000, backPayIdr: 0 }],
    [
      { wage: '5.200.000', back_pay: '100,000' },
      { wageIdr: 5_200_000, backPayIdr: 100_000 },
    ],
    [{ nik: "'0000 0552 0590 0001" }, { nik: '0000055205900001' }],
    [{ nik: '12' }, { code: 'NIK_MALFORMED' }],
    [{ wage: 'lima juta' }, { code: 'WAGE_MALFORMED' }],
    [{ wage: '1000000001' }, { code: 'WAGE_MALFORMED' }],
    [{ wage: '' }, { code: 'WAGE_MALFORMED' }],
  ])('%j is read as %j', (cells, read) => {
    expect(line(cells)).toMatchObject(read);
  });
});
