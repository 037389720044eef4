import { localDate } from '#kernel';
import {
  SCHOLARSHIP_POLICIES,
  type SchoolYearFacts,
  WORK_KINDS,
} from '../../scholarship/scholarship.policies.js';
import {
  LEVELS,
  SCHOLARSHIP_CHILDREN,
  SCHOLARSHIP_END_AGE,
  SCHOLARSHIP_LEVELS,
  SCHOLARSHIP_PU_WORK_MONTHS,
} from '../../scholarship/scholarship.rules.js';
import { around, beginningWith, everyInteger, lawDays, valuesOf, YES_NO } from '../edges.js';
import type { PolicyList } from '../policies.js';

const itself = (value: number) => value;
const yearOf = (day: string) => Number(day.slice(0, 4));
const levels = Object.values(SCHOLARSHIP_LEVELS);

export const SCHOLARSHIP: PolicyList<SchoolYearFacts> = {
  name: 'SCHOLARSHIP_POLICIES',
  what: { id: 'apakah anak menerima beasiswa setahun', en: 'whether a child gets the scholarship of a year' },
  policies: SCHOLARSHIP_POLICIES,
  edges: {
    eventDate: beginningWith(
      localDate('2024-06-20'),
      lawDays(SCHOLARSHIP_CHILDREN, SCHOLARSHIP_END_AGE, ...levels),
    ),
    claimYear: beginningWith(
      2026,
      around(...SCHOLARSHIP_PU_WORK_MONTHS.versions.map(({ from }) => yearOf(from))),
    ),
    childIndex: around(0, ...valuesOf(SCHOLARSHIP_CHILDREN, itself)),
    level: LEVELS,
    yearInLevel: [
      ...new Set([1, ...around(...levels.flatMap((level) => valuesOf(level, ({ maxYears }) => maxYears)))]),
    ],
    evidence: [true, false],
    ageAtClaim: around(...valuesOf(SCHOLARSHIP_END_AGE, itself)),
    married: YES_NO,
    working: YES_NO,
    workKind: [undefined, ...WORK_KINDS],
    guardians: [undefined],
    workMonths: [undefined, ...around(...valuesOf(SCHOLARSHIP_PU_WORK_MONTHS, itself))],
  },
  walks: {
    claimYear: everyInteger(2015, 2199),
    childIndex: everyInteger(0, 29),
    yearInLevel: everyInteger(1, 30),
    ageAtClaim: everyInteger(0, 100),
    workMonths: everyInteger(0, 720),
  },
};
