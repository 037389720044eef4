import { describe, it } from '@jest/globals';
import { type Instant, instant, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, evidence, notified, stageOne } from './accident.examples.js';
import { accidents } from './accident.js';
import { type ReportStageOneInput, reportStageOne } from './report-stage-one.js';

const given = decisionSpec(accidents);

const report = (changes: Partial<ReportStageOneInput> = {}): ReportStageOneInput => ({
  accidentId: ACCIDENT_ID,
  reportedBy: 'GROUP',
  effect: 'INJURY',
  evidence: ['CHRONOLOGY'],
  ...changes,
});

const at = (moment: string) => testContext({ issuedAt: instant(moment) });
const nextDay = at('2026-09-02T03:00:00Z');

describe('stage I', () => {
  it('within 48 hours is in time and gives 30 days for the conclusion', () => {
    given([notified()])
      .when((state) => reportStageOne(report(), state, nextDay))
      .thenRecorded([stageOne()]);
  });

  it('is in time to the last minute of the 48 hours', () => {
    given([notified()])
      .when((state) => reportStageOne(report(), state, at('2026-09-03T01:00:00Z')))
      .thenRecorded([
        stageOne({
          reportedAt: instant('2026-09-03T01:00:00Z'),
          concludeBy: localDate('2026-10-03'),
          effectiveOn: localDate('2026-09-03'),
        }),
      ]);
  });

  it('a minute later is late: recorded, never refused', () => {
    given([notified()])
      .when((state) => reportStageOne(report(), state, at('2026-09-03T01:01:00Z')))
      .thenRecorded([
        stageOne({
          reportedAt: instant('2026-09-03T01:01:00Z'),
          late: true,
          concludeBy: localDate('2026-10-03'),
          effectiveOn: localDate('2026-09-03'),
        }),
      ]);
  });

  it('on paper counts from when the form came in, not from when it was typed', () => {
    given([notified()])
      .when((state) =>
        reportStageOne(report({ reportedAt: instant('2026-09-02T03:00:00Z') }), state, testContext()),
      )
      .thenRecorded([stageOne()]);
  });

  it('of an occupational disease is form PAK1', () => {
    given([notified({ kind: 'OCCUPATIONAL_DISEASE' })])
      .when((state) => reportStageOne(report(), state, nextDay))
      .thenRecorded([stageOne({ form: 'PAK1' })]);
  });

  it('names proof once, and not what is there already', () => {
    given([notified(), evidence()])
      .when((state) =>
        reportStageOne(report({ evidence: ['CHRONOLOGY', 'POLICE_LETTER', 'CHRONOLOGY'] }), state, nextDay),
      )
      .thenRecorded([stageOne()]);
  });

  it('without a notice is refused', () => {
    given()
      .when((state) => reportStageOne(report(), state, nextDay))
      .thenRejected('ACCIDENT_NOT_FOUND');
  });

  it('is reported once', () => {
    given([notified(), stageOne()])
      .when((state) => reportStageOne(report(), state, nextDay))
      .thenRejected('STAGE_ONE_ALREADY_REPORTED');
  });

  it('cannot have come in later than now', () => {
    given([notified()])
      .when((state) =>
        reportStageOne(report({ reportedAt: instant('2026-09-02T03:01:00Z') }), state, nextDay),
      )
      .thenRejected('REPORTED_IN_FUTURE');
  });

  it('at 09:00+07:00 has come in by 09:30+07:00, in time, and is recorded in UTC', () => {
    const reportedAt = '2026-09-02T09:00:00+07:00' as Instant;
    given([notified()])
      .when((state) => reportStageOne(report({ reportedAt }), state, at('2026-09-02T09:30:00+07:00')))
      .thenRecorded([stageOne({ reportedAt: instant(reportedAt) })]);
  });

  it('with an offset is held against the moments of the law and of the accident too', () => {
    const sent = (moment: string) => report({ reportedAt: moment as Instant });
    const inTime = { reportedAt: '2026-09-03T08:00:00+07:00' as Instant, late: false };
    given([notified()])
      .when((state) => reportStageOne(sent(inTime.reportedAt), state, testContext()))
      .thenRecorded([
        stageOne({
          ...inTime,
          reportedAt: instant(inTime.reportedAt),
          concludeBy: localDate('2026-10-03'),
          effectiveOn: localDate('2026-09-03'),
        }),
      ]);
    given([notified()])
      .when((state) => reportStageOne(sent('2026-09-01T07:59:00+07:00'), state, testContext()))
      .thenRejected('REPORTED_BEFORE_ACCIDENT');
  });

  it('cannot have come in before the accident', () => {
    given([notified()])
      .when((state) =>
        reportStageOne(report({ reportedAt: instant('2026-09-01T00:59:00Z') }), state, nextDay),
      )
      .thenRejected('REPORTED_BEFORE_ACCIDENT');
  });

  it('of a sudden death is of a death', () => {
    given([notified({ kind: 'SUDDEN_DEATH' })])
      .when((state) => reportStageOne(report(), state, nextDay))
      .thenRejected('EFFECT_CONTRADICTS_KIND');
  });
});
