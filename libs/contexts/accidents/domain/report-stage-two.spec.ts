import { describe, it } from '@jest/globals';
import { type Instant, instant, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  ACCIDENT_ID,
  concluded,
  concludedNot,
  notified,
  stageOne,
  stageTwo,
  statement,
  underTreatment,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { type ReportStageTwoInput, reportStageTwo } from './report-stage-two.js';

const given = decisionSpec(accidents);

const report = (changes: Partial<ReportStageTwoInput> = {}): ReportStageTwoInput => ({
  accidentId: ACCIDENT_ID,
  reportedBy: 'FACILITY',
  transport: [
    { mode: 'LAND', amountIdr: rupiah(200_000) },
    { mode: 'LAND', amountIdr: rupiah(150_000) },
  ],
  ...changes,
});

const at = (moment: string) => testContext({ issuedAt: instant(moment) });
const inTime = at('2026-11-02T02:00:00Z');
const stated = [notified(), stageOne(), statement()];

describe('stage II', () => {
  it('follows the final statement, with the receipts of transport', () => {
    given([...stated, concluded()])
      .when((state) => reportStageTwo(report(), state, inTime))
      .thenRecorded([stageTwo()]);
  });

  it('tells which receipts the employer paid, of an accident at its work', () => {
    const transport = [{ mode: 'LAND', amountIdr: rupiah(200_000), paidBy: 'EMPLOYER' }] as const;
    const employed = notified({ workedFor: 'EMPLOYER', employerId: ACCIDENT_ID });
    given([employed, stageOne(), statement()])
      .when((state) => reportStageTwo(report({ transport }), state, inTime))
      .thenRecorded([stageTwo({ transport })]);
    given(stated)
      .when((state) => reportStageTwo(report({ transport }), state, inTime))
      .thenRejected('NO_EMPLOYER_ADVANCED');
  });

  it('need not wait for the conclusion', () => {
    given(stated)
      .when((state) => reportStageTwo(report(), state, inTime))
      .thenRecorded([stageTwo()]);
  });

  it('is in time until two days after the day of the statement are over, then late', () => {
    given(stated)
      .when((state) => reportStageTwo(report(), state, at('2026-11-02T17:00:00Z')))
      .thenRecorded([
        stageTwo({ reportedAt: instant('2026-11-02T17:00:00Z'), effectiveOn: localDate('2026-11-03') }),
      ]);
    given(stated)
      .when((state) => reportStageTwo(report(), state, at('2026-11-02T17:00:01Z')))
      .thenRecorded([
        stageTwo({
          reportedAt: instant('2026-11-02T17:00:01Z'),
          effectiveOn: localDate('2026-11-03'),
          late: true,
        }),
      ]);
  });

  it('on paper counts from when the form came in', () => {
    given(stated)
      .when((state) =>
        reportStageTwo(report({ reportedAt: instant('2026-11-02T02:00:00Z') }), state, testContext()),
      )
      .thenRecorded([stageTwo()]);
  });

  it('at 09:00+07:00 has come in by 09:30+07:00, in time, and is recorded in UTC', () => {
    const reportedAt = '2026-11-02T09:00:00+07:00' as Instant;
    given(stated)
      .when((state) => reportStageTwo(report({ reportedAt }), state, at('2026-11-02T09:30:00+07:00')))
      .thenRecorded([stageTwo({ reportedAt: instant(reportedAt) })]);
  });

  it('with an offset is in time until the same moment', () => {
    const reportedAt = '2026-11-03T00:00:00+07:00' as Instant;
    given(stated)
      .when((state) => reportStageTwo(report({ reportedAt }), state, testContext()))
      .thenRecorded([stageTwo({ reportedAt: instant(reportedAt), effectiveOn: localDate('2026-11-03') })]);
  });

  it('of an occupational disease is form PAK2', () => {
    given([notified({ kind: 'OCCUPATIONAL_DISEASE' }), stageOne(), statement()])
      .when((state) => reportStageTwo(report(), state, inTime))
      .thenRecorded([stageTwo({ form: 'PAK2' })]);
  });

  it.each([
    ['without a statement', [notified(), stageOne()]],
    ['while the victim is under treatment', [notified(), stageOne(), statement({ health: underTreatment })]],
  ])('%s is refused', (_when, history) => {
    given(history)
      .when((state) => reportStageTwo(report(), state, inTime))
      .thenRejected('FINAL_STATEMENT_MISSING');
  });

  it('cannot have come in later than now', () => {
    given(stated)
      .when((state) => reportStageTwo(report({ reportedAt: instant('2026-11-02T02:00:01Z') }), state, inTime))
      .thenRejected('REPORTED_IN_FUTURE');
  });

  it('cannot have come in before the statement', () => {
    given(stated)
      .when((state) => reportStageTwo(report({ reportedAt: instant('2026-10-30T16:00:00Z') }), state, inTime))
      .thenRejected('REPORTED_BEFORE_STATEMENT');
  });

  it.each([
    ['of an unknown accident', [], 'ACCIDENT_NOT_FOUND'],
    ['before stage I', [notified()], 'STAGE_ONE_MISSING'],
    ['of something that was no work accident', [...stated, concludedNot()], 'NOT_A_WORK_ACCIDENT'],
    ['a second time', [...stated, stageTwo()], 'STAGE_TWO_ALREADY_REPORTED'],
  ])('%s is refused', (_when, history, code) => {
    given(history)
      .when((state) => reportStageTwo(report(), state, inTime))
      .thenRejected(code);
  });
});
