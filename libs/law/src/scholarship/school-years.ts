import { type LocalDate, localDate } from '#kernel';
import { inForce, versionOn } from '../kernel/rule.js';
import { SCHOOL_YEAR_BEGINS } from './scholarship.conventions.js';
import {
  type Level,
  LEVELS,
  SCHOLARSHIP_CHILDREN,
  SCHOLARSHIP_END_AGE,
  SCHOLARSHIP_LEVELS,
} from './scholarship.rules.js';

/** Where a child stands at school. */
export interface SchoolStanding {
  readonly level: Level;
  /** The how-manieth year at this level. */
  readonly yearInLevel: number;
}

/** How many children of one participant get a scholarship: two, before 2019-12-02 one. */
export function scholarshipChildren(eventDate: LocalDate): number {
  return inForce(SCHOLARSHIP_CHILDREN, eventDate).value;
}

/**
 * The school years still ahead of a child on the day of the event, by level, its present one included. Whole school years
 * between the day of which the standing tells and the event count as passed. A child below school age has the full path.
 * Under the law before 2019-12-02, which pays once, no years count.
 */
export function remainingSchoolYears(
  standing: SchoolStanding | undefined,
  asOf: LocalDate,
  eventDate: LocalDate,
): Record<Level, number> {
  let behind = standing ? yearsBehind(standing, eventDate) + schoolYearsBegun(asOf, eventDate) : 0;
  const remaining = { TK: 0, SD: 0, SMP: 0, SMA: 0, PT: 0 };
  for (const level of LEVELS) {
    const years = yearsOf(level, eventDate);
    const passed = Math.min(behind, years);
    remaining[level] = years - passed;
    behind -= passed;
  }
  return remaining;
}

/** The age at which a scholarship ends, by the law of a day. */
export function scholarshipEndAge(on: LocalDate): number {
  return inForce(SCHOLARSHIP_END_AGE, on).value;
}

/** Years of the full path that lie before the present one. A repeated class does not reach into the next level. */
function yearsBehind({ level, yearInLevel }: SchoolStanding, eventDate: LocalDate): number {
  const levelsBefore = LEVELS.slice(0, LEVELS.indexOf(level));
  const yearsBefore = levelsBefore.reduce((sum, before) => sum + yearsOf(before, eventDate), 0);
  return yearsBefore + Math.min(yearInLevel - 1, yearsOf(level, eventDate));
}

function yearsOf(level: Level, eventDate: LocalDate): number {
  return versionOn(SCHOLARSHIP_LEVELS[level], eventDate)?.value.maxYears ?? 0;
}

/** School years that began after one day and up to another. */
function schoolYearsBegun(after: LocalDate, until: LocalDate): number {
  let begun = 0;
  for (let year = yearOf(after); year <= yearOf(until); year++) {
    const first = localDate(`${year}-${SCHOOL_YEAR_BEGINS.value}`);
    if (first > after && first <= until) begun++;
  }
  return begun;
}

const yearOf = (date: LocalDate) => Number(date.slice(0, 4));
