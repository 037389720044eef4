import { type LocalDate, type Period, addDays, addPeriods, periodOf } from '#kernel';
import { inForce } from '../kernel/rule.js';
import { ARREARS_MONTHS } from './coverage.rules.js';
import { contributionDueDate } from './due-days.js';
import type { Employment } from './employed.js';
import { receivedOn } from './spells.js';

/** A time in which somebody is covered. */
export interface CoverTime {
  readonly fromOn: LocalDate;
  /** The first day on which it is over. */
  readonly untilOn: LocalDate;
}

/**
 * The days on which a wage earner is `ACTIVE` by `employedCoverageOn`, for whoever counts many of them on any day: oldest first, no two of
 * them touch. Whether the employer has paid for anybody by then is asked apart, for all who work there at once.
 */
export function employedCoverTimes({
  startedOn,
  endedOn,
  paid,
}: Omit<Employment, 'employerPaidFirstOn'>): readonly CoverTime[] {
  const first = periodOf(startedOn);
  const end = endedOn && addDays(endedOn, 1);
  const times = [
    { fromOn: startedOn, untilOn: borneUntil(first) },
    // A month counts once it is due: until then those before it are in arrears all the same.
    ...paid
      .filter(({ period }) => period >= first)
      .map((month) => ({
        fromOn: later(receivedOn(month), addDays(contributionDueDate(month.period, 'PU'), 1)),
        untilOn: borneUntil(addPeriods(month.period, 1)),
      })),
  ];
  return joined(
    times
      .map(({ fromOn, untilOn }) => ({ fromOn, untilOn: end && end < untilOn ? end : untilOn }))
      .filter(({ fromOn, untilOn }) => fromOn < untilOn),
  );
}

/** From which day on more months are due than BPJS bears, while a month and those after it stay unpaid. */
function borneUntil(unpaid: Period): LocalDate {
  const borne = inForce(ARREARS_MONTHS, contributionDueDate(unpaid, 'PU')).value;
  return addDays(contributionDueDate(addPeriods(unpaid, borne), 'PU'), 1);
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** Times that touch or overlap are one. */
function joined(times: readonly CoverTime[]): readonly CoverTime[] {
  const all: CoverTime[] = [];
  for (const time of times.toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))) {
    const last = all.at(-1);
    if (last === undefined || time.fromOn > last.untilOn) all.push(time);
    else if (time.untilOn > last.untilOn) all[all.length - 1] = { ...last, untilOn: time.untilOn };
  }
  return all;
}
