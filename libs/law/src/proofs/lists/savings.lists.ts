import { addDays, addMonths, addYears, type LocalDate, localDate } from '#kernel';
import {
  JHT_FULL_POLICIES,
  JHT_PARTIAL_POLICIES,
  type JhtFullFacts,
  type JhtPartialFacts,
} from '../../jht/jht.policies.js';
import { JHT_PARTIAL_MONTHS, JHT_REASONS, JHT_RETIREMENT_AGE, JHT_WAIT } from '../../jht/jht.rules.js';
import { JKP_POLICIES, type JkpFacts } from '../../jkp/jkp.policies.js';
import {
  JKP_AGE_LIMIT,
  JKP_CLAIM_WINDOW,
  JKP_CLAIMS_FROM,
  JKP_CONTRIBUTIONS,
  JKP_EMPLOYER_ARREARS,
  JKP_OPEN_EMPLOYER_ARREARS,
  JKP_REASONS,
  JKP_REPETITION,
  JKP_TASKS,
} from '../../jkp/jkp.rules.js';
import {
  JP_INDEXATION_POLICIES,
  JP_POLICIES,
  type JpFacts,
  type JpIndexationFacts,
} from '../../jp/jp.policies.js';
import {
  JP_CHILD_END_AGE,
  JP_CHOICE_YEARS,
  JP_INDEXATION_YEARS,
  JP_KINDS,
  JP_RETIREMENT_AGE,
} from '../../jp/jp.rules.js';
import { COVERAGE_STATUSES } from '../../coverage/coverage-status.js';
import { MLT_POLICIES, type MltFacts } from '../../mlt/mlt.policies.js';
import { MLT_KINDS, MLT_MEMBERSHIP_MONTHS, MLT_TERM_YEARS } from '../../mlt/mlt.rules.js';
import {
  around,
  aroundDays,
  beginningWith,
  everyDay,
  everyInteger,
  lawDays,
  valuesOf,
  YES_NO,
} from '../edges.js';
import type { PolicyList } from '../policies.js';

const DAY = localDate('2024-06-20');
const itself = (value: number) => value;

const jhtDays = beginningWith(DAY, lawDays(JHT_WAIT, JHT_RETIREMENT_AGE));

export const JHT_FULL: PolicyList<JhtFullFacts> = {
  name: 'JHT_FULL_POLICIES',
  what: { id: 'apakah seluruh JHT dibayar', en: 'whether the whole JHT is paid' },
  policies: JHT_FULL_POLICIES,
  edges: {
    eventDate: jhtDays,
    reason: beginningWith('DEATH', JHT_REASONS),
    stopDate: [undefined, ...jhtDays],
    claimDate: [
      undefined,
      ...aroundDays(
        ...jhtDays.flatMap((day) => [
          day,
          ...valuesOf(JHT_WAIT, ({ months }) => addDays(addMonths(day, months), 1)),
        ]),
      ),
    ],
    ageAtClaim: [undefined, ...around(...valuesOf(JHT_RETIREMENT_AGE, itself))],
  },
  walks: { ageAtClaim: everyInteger(0, 130), claimDate: everyDay('2022-03-01', '2022-06-30') },
};

export const JHT_PARTIAL: PolicyList<JhtPartialFacts> = {
  name: 'JHT_PARTIAL_POLICIES',
  what: { id: 'apakah sebagian JHT dibayar', en: 'whether a part of JHT is paid' },
  policies: JHT_PARTIAL_POLICIES,
  edges: {
    eventDate: beginningWith(DAY, lawDays(JHT_PARTIAL_MONTHS)),
    membershipMonths: beginningWith(720, around(...valuesOf(JHT_PARTIAL_MONTHS, itself))),
    previousPartial: [false, true],
  },
  walks: { membershipMonths: everyInteger(0, 720) },
};

const jpDays = beginningWith(DAY, lawDays(JP_RETIREMENT_AGE, JP_CHILD_END_AGE));
const bornFor = (day: LocalDate) => valuesOf(JP_RETIREMENT_AGE, (age) => addYears(day, -age));

export const JP: PolicyList<JpFacts> = {
  name: 'JP_POLICIES',
  what: { id: 'apakah pensiun dibayar', en: 'whether a pension is drawn' },
  policies: JP_POLICIES,
  edges: {
    kind: JP_KINDS,
    claimDate: jpDays,
    birthDate: [undefined, ...aroundDays(...jpDays.flatMap(bornFor))],
    remarried: YES_NO,
    childAge: [undefined, ...around(...valuesOf(JP_CHILD_END_AGE, itself))],
    married: YES_NO,
    working: YES_NO,
    paidOnLeaving: [undefined, true],
    employmentEndedOn: [undefined, ...valuesOf(JP_CHOICE_YEARS, (years) => addYears(DAY, years))],
  },
  walks: { childAge: everyInteger(0, 130), birthDate: everyDay('1955-01-01', '1985-12-31') },
};

export const JP_INDEXATION: PolicyList<JpIndexationFacts> = {
  name: 'JP_INDEXATION_POLICIES',
  what: { id: 'apakah pensiun diindeksasi', en: 'whether a pension is indexed' },
  policies: JP_INDEXATION_POLICIES,
  edges: {
    startedOn: [DAY],
    indexedOn: beginningWith(
      addYears(DAY, 2),
      aroundDays(DAY, ...valuesOf(JP_INDEXATION_YEARS, (years) => addYears(DAY, years))),
    ),
  },
  walks: { indexedOn: everyDay('2015-07-01', '2030-12-31') },
};

const firstJkpClaims = valuesOf(JKP_CLAIMS_FROM, (day) => day);
const jkpDays = beginningWith(DAY, [
  ...lawDays(JKP_CLAIM_WINDOW, JKP_CONTRIBUTIONS, JKP_EMPLOYER_ARREARS),
  ...aroundDays(
    ...firstJkpClaims.flatMap((day) => valuesOf(JKP_CLAIM_WINDOW, (months) => addMonths(day, -months))),
  ),
]);

export const JKP: PolicyList<JkpFacts> = {
  name: 'JKP_POLICIES',
  what: { id: 'apakah JKP dibayar', en: 'whether JKP is paid' },
  policies: JKP_POLICIES,
  edges: {
    terminationDate: jkpDays,
    reason: beginningWith('TERMINATED', JKP_REASONS),
    claimDate: [
      undefined,
      ...aroundDays(
        ...firstJkpClaims,
        ...jkpDays.flatMap((day) => [day, ...valuesOf(JKP_CLAIM_WINDOW, (months) => addMonths(day, months))]),
      ),
    ],
    foreigner: YES_NO,
    ageAtRegistration: [undefined, ...around(...valuesOf(JKP_AGE_LIMIT, ({ belowAge }) => belowAge))],
    newJob: YES_NO,
    coverage: [undefined, ...COVERAGE_STATUSES],
    paidMonthsOfLast24: [
      undefined,
      ...around(...valuesOf(JKP_CONTRIBUTIONS, ({ monthsOfLast24 }) => monthsOfLast24)),
    ],
    consecutivePaidMonths: [
      undefined,
      ...around(...valuesOf(JKP_CONTRIBUTIONS, ({ consecutiveMonths = 0 }) => consecutiveMonths)),
    ],
    previousClaims: [undefined, ...around(...valuesOf(JKP_REPETITION, ({ times }) => times))],
    previousClaimDate: [
      undefined,
      ...aroundDays(
        ...jkpDays.flatMap((day) => valuesOf(JKP_REPETITION, ({ yearsApart }) => addYears(day, -yearsApart))),
      ),
    ],
    employerClosed: YES_NO,
    employerArrearsMonths: [
      undefined,
      ...around(...valuesOf(JKP_EMPLOYER_ARREARS, itself), ...valuesOf(JKP_OPEN_EMPLOYER_ARREARS, itself)),
    ],
    applications: [undefined, ...around(...valuesOf(JKP_TASKS, ({ applications }) => applications))],
    interviews: [undefined, ...around(...valuesOf(JKP_TASKS, ({ interviews }) => interviews))],
    trainingAttendancePct: [
      undefined,
      ...around(...valuesOf(JKP_TASKS, ({ attendancePct }) => attendancePct)),
    ],
  },
  walks: {
    claimDate: everyDay('2015-06-01', '2026-12-31'),
    ageAtRegistration: everyInteger(0, 130),
    paidMonthsOfLast24: everyInteger(0, 24),
    consecutivePaidMonths: everyInteger(0, 720),
    previousClaims: everyInteger(0, 100),
    previousClaimDate: everyDay('2010-01-01', '2026-12-31'),
    employerArrearsMonths: everyInteger(0, 720),
    applications: everyInteger(0, 100),
    interviews: everyInteger(0, 100),
    trainingAttendancePct: everyInteger(0, 100),
  },
};

export const MLT: PolicyList<MltFacts> = {
  name: 'MLT_POLICIES',
  what: { id: 'apakah bank dapat meminjamkan', en: 'whether a bank may lend' },
  policies: MLT_POLICIES,
  edges: {
    kind: MLT_KINDS,
    applicationDate: beginningWith(DAY, lawDays(MLT_MEMBERSHIP_MONTHS, MLT_TERM_YEARS)),
    membershipMonths: beginningWith(720, around(...valuesOf(MLT_MEMBERSHIP_MONTHS, itself))),
    ownsHouse: YES_NO,
    employerInGoodOrder: YES_NO,
    partlyRegistered: YES_NO,
    previousMlt: YES_NO,
    spouseHasMlt: YES_NO,
    termYears: [undefined, ...around(...valuesOf(MLT_TERM_YEARS, itself))],
  },
  walks: { membershipMonths: everyInteger(0, 720), termYears: everyInteger(0, 100) },
};
