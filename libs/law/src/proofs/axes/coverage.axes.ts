import {
  addDays,
  addPeriods,
  daysBetween,
  firstDayOf,
  isLocalDate,
  lastDayOf,
  type LocalDate,
  localDate,
  type Period,
  periodOf,
} from '#kernel';
import { ARREARS_MONTHS, DUE_DAY_BPU, DUE_DAY_PU, type DueDay } from '../../coverage/coverage.rules.js';
import { DECREED_DAYS_OFF } from '../../kernel/days-off.js';
import { inForce, type Rule } from '../../kernel/rule.js';
import { askDecision } from '../ask.js';
import { axis, type Axis, stepsTo } from '../regions.js';

const MOST_DAYS = 365;
const A_MONDAY = localDate('2024-01-01');

/** Saturday, Sunday and what was decreed give way to the next day. */
function workedFrom(day: LocalDate): LocalDate {
  const sinceMonday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
  return sinceMonday < 5 && !DECREED_DAYS_OFF.has(day) ? day : workedFrom(addDays(day, 1));
}

function dueOf(rule: Rule<DueDay>, month: Period): LocalDate {
  const { day, monthsAfterPeriod } = inForce(rule, firstDayOf(month)).value;
  const dueMonth = addPeriods(month, monthsAfterPeriod);
  const due = `${dueMonth}-${day}`;
  return workedFrom(isLocalDate(due) ? due : lastDayOf(dueMonth));
}

/** The first month that is not paid, when the month of a day was the last one paid. */
const unpaidOf = (on: LocalDate) => addPeriods(periodOf(on), 1);

/** An event so many days after the first day of a month that is not paid. */
const arrears = (rule: Rule<DueDay>, segment: 'PU' | 'BPU', late: string): Axis =>
  axis({
    rules: [rule, ARREARS_MONTHS],
    what: {
      id: `hari sejak awal bulan yang belum dibayar, ${segment}`,
      en: `days from the first of the month that is not paid, ${segment}`,
    },
    least: 0,
    most: MOST_DAYS,
    regions: (on) => {
      const first = firstDayOf(unpaidOf(on));
      const due = dueOf(rule, unpaidOf(on));
      const lapses = firstDayOf(addPeriods(periodOf(due), inForce(ARREARS_MONTHS, on).value));
      const steps = [
        [0, 'ACTIVE'],
        [daysBetween(first, due) + 1, late],
        [daysBetween(first, lapses), 'REJECTED_INACTIVE'],
      ] as const;
      return stepsTo(MOST_DAYS, ...steps);
    },
    answer: (days, on) =>
      askDecision({
        calculator: 'COVERAGE',
        segment,
        lastPaidPeriod: periodOf(on),
        deathDate: addDays(firstDayOf(unpaidOf(on)), days),
      }),
  });

export const COVERAGE_AXES = [
  arrears(DUE_DAY_PU, 'PU', 'ACTIVE'),
  arrears(DUE_DAY_BPU, 'BPU', 'PENDING_ARREARS'),
] as const;
