import { addPeriods, addYears, type LocalDate, localDate, type Period, periodOf } from '#kernel';
import { COVERAGE_STATUSES } from '../../coverage/coverage-status.js';
import { COVERAGE_POLICIES, type CoverageFacts } from '../../coverage/coverage.policies.js';
import { ARREARS_MONTHS } from '../../coverage/coverage.rules.js';
import { CONCLUSIONS, JKK_POLICIES, type JkkFacts } from '../../jkk/jkk.policies.js';
import { JKK_EXPIRY, JKK_SUSPECTED_DAYS, JKK_WORK_ACCIDENT } from '../../jkk/jkk.rules.js';
import { LATE_REPORT_EFFECT } from '../../jkk/report.rules.js';
import { WORK_ACCIDENT_POLICIES, type WorkAccidentFacts } from '../../jkk/work-accident.policies.js';
import {
  ACCIDENT_KINDS,
  COMMUTE_WITNESSES,
  DISEASE_YEARS,
  SUDDEN_DEATH_HOURS,
  VIOLENCE_COUNTS,
} from '../../jkk/work-accident.rules.js';
import { JKM_POLICIES, type JkmFacts } from '../../jkm/jkm.policies.js';
import { JKM_DEATH } from '../../jkm/jkm.rules.js';
import type { Rule } from '../../kernel/rule.js';
import { SEGMENTS } from '../../kernel/segment.js';
import {
  around,
  aroundDays,
  beginningWith,
  everyDay,
  everyInteger,
  everyMonth,
  lawDays,
  valuesOf,
  YES_NO,
} from '../edges.js';
import type { Edges, PolicyList } from '../policies.js';

/** A day in the middle of what is known. */
const EVENT = localDate('2024-06-20');

const eventDays = (...rules: readonly Rule<unknown>[]) =>
  beginningWith(EVENT, lawDays(ARREARS_MONTHS, ...rules));

/** How many months before the event the last contribution was paid for: paid ahead, in time, in each month of arrears, lapsed. */
const MONTHS_BACK = everyInteger(-1, 6);

/** The last paid months that make a difference on one of the days. */
const paidMonths = (days: readonly LocalDate[]): readonly (Period | undefined)[] => [
  undefined,
  ...new Set(days.flatMap((day) => MONTHS_BACK.map((back) => addPeriods(periodOf(day), -back)))),
];

const membership = (days: readonly LocalDate[]): Edges<CoverageFacts> => ({
  segment: SEGMENTS,
  eventDate: days,
  coverage: [undefined, ...COVERAGE_STATUSES],
  active: YES_NO,
  lastPaidPeriod: paidMonths(days),
  employerArrearsMonths: [undefined, ...around(...valuesOf(ARREARS_MONTHS, (months) => months))],
});

export const COVERAGE: PolicyList<CoverageFacts> = {
  name: 'COVERAGE_POLICIES',
  what: { id: 'apakah BPJS menanggung kejadian', en: 'whether BPJS stands for an event' },
  policies: COVERAGE_POLICIES,
  edges: membership(eventDays()),
  walks: {
    lastPaidPeriod: everyMonth('2015-01', '2024-12'),
    employerArrearsMonths: everyInteger(0, 720),
  },
};

/** Claims on both sides of the last day of each term of years. */
const claimDays = (events: readonly LocalDate[], years: readonly number[]) =>
  aroundDays(...events, ...events.flatMap((event) => years.map((term) => addYears(event, term))));

const jkkDays = eventDays(JKK_EXPIRY, JKK_SUSPECTED_DAYS, JKK_WORK_ACCIDENT, LATE_REPORT_EFFECT);

/** Work that ended on both sides of the term in which a disease may arise, for each of some days. */
const lastDaysOfWork = (days: readonly LocalDate[]) => [
  undefined,
  ...aroundDays(...days.flatMap((day) => valuesOf(DISEASE_YEARS, (years) => addYears(day, -years)))),
];

const diagnoses = beginningWith(EVENT, lawDays(DISEASE_YEARS));

export const JKK: PolicyList<JkkFacts> = {
  name: 'JKK_POLICIES',
  what: { id: 'apakah JKK dibayar', en: 'whether JKK is paid' },
  policies: JKK_POLICIES,
  edges: {
    ...membership(jkkDays),
    claimDate: [
      undefined,
      ...claimDays(
        jkkDays,
        valuesOf(JKK_EXPIRY, (years) => years),
      ),
    ],
    conclusion: [undefined, ...CONCLUSIONS],
    diagnosisDate: [undefined, ...diagnoses],
    onsetDate: [undefined, ...aroundDays(...diagnoses)],
    employmentEndedOn: lastDaysOfWork([...diagnoses, ...aroundDays(...diagnoses)]),
    stageOneLate: YES_NO,
  },
  walks: { claimDate: everyDay('2014-01-01', '2031-12-31') },
};

const accidentDays = beginningWith(
  EVENT,
  lawDays(COMMUTE_WITNESSES, SUDDEN_DEATH_HOURS, VIOLENCE_COUNTS, DISEASE_YEARS),
);

export const WORK_ACCIDENT: PolicyList<WorkAccidentFacts> = {
  name: 'WORK_ACCIDENT_POLICIES',
  what: { id: 'apakah kejadian adalah kecelakaan kerja', en: 'whether an event is a work accident' },
  policies: WORK_ACCIDENT_POLICIES,
  edges: {
    accidentDate: accidentDays,
    segment: SEGMENTS,
    kind: ACCIDENT_KINDS,
    inRegisteredJob: YES_NO,
    usualRoad: YES_NO,
    policeLetter: YES_NO,
    witnesses: [undefined, ...around(...valuesOf(COMMUTE_WITNESSES, (needed) => needed))],
    diedAtWorkPlace: YES_NO,
    hoursToDeath: [undefined, ...around(...valuesOf(SUDDEN_DEATH_HOURS, (hours) => hours))],
    visum: YES_NO,
    onsetDate: [undefined, ...aroundDays(...accidentDays)],
    employmentEndedOn: lastDaysOfWork([...accidentDays, ...aroundDays(...accidentDays)]),
  },
  walks: {
    witnesses: everyInteger(0, 100),
    hoursToDeath: everyInteger(0, 1_000),
    employmentEndedOn: everyDay('2010-01-01', '2026-12-31'),
  },
};

const jkmDays = eventDays(JKM_DEATH);

export const JKM: PolicyList<JkmFacts> = {
  name: 'JKM_POLICIES',
  what: { id: 'apakah JKM dibayar', en: 'whether JKM is paid' },
  policies: JKM_POLICIES,
  edges: {
    ...membership(jkmDays),
    consecutivePaidMonths: [undefined, ...around(0)],
    workAccident: YES_NO,
  },
  walks: { consecutivePaidMonths: everyInteger(0, 720) },
};
