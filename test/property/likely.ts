import fc from 'fast-check';
import { type LocalDate, addDays, addYears, periodOf } from '#kernel';
import { DISABILITY_ROWS } from '../../libs/law/src/jkk/disability.rules.js';
import type { Chance } from './chance.js';

/** What a field is asked with most of the time, so that chance gets anywhere. */
export type Likely = (today: LocalDate, chance: Chance) => unknown;

const ago = (today: LocalDate, years: readonly [number, number], chance: Chance): LocalDate =>
  addDays(addYears(today, -years[0] - chance.below(years[1] - years[0])), -chance.below(365));

/**
 * The whole script of reachability: by the name of a field, whatever command it belongs to. Everything else follows from
 * what kind of value a field is and from what was recorded before.
 */
export const LIKELY: Readonly<Record<string, Likely>> = {
  // Old enough to work, or young enough to go to school.
  birthDate: (today, chance) => ago(today, chance.percent(70) ? [18, 60] : [1, 22], chance),
  registeredOn: (today, chance) => addDays(today, -chance.pick([0, 0, 1, 30, 90])),
  validFrom: (today, chance) => addDays(today, -chance.below(700)),
  validUntil: (today, chance) => addDays(today, chance.pick([1, 30, 400, 900, 3000])),
  period: (today, chance) => periodOf(addDays(today, chance.pick([-60, -30, 0, 0, 0, 30, 60]))),
  months: (_today, chance) => chance.pick([1, 1, 2, 3, 6, 12]),
  year: (today, chance) => Number(today.slice(0, 4)) + chance.pick([-1, 0, 0, 0, 1]),
  yearInLevel: (_today, chance) => chance.pick([1, 1, 2, 3]),
  // The table of the law: no text made by chance stands in it.
  item: (_today, chance) => chance.value(fc.constantFrom(...DISABILITY_ROWS.map(({ id }) => id))),
  occurredOn: (today, chance) => addDays(today, -chance.pick([0, 0, 1, 3])),
  statedOn: (today) => today,
  payer: (_today, chance) => chance.pick(['SELF', 'SELF', undefined]),
  conclusion: (_today, chance) => chance.pick(['WORK_ACCIDENT', 'WORK_ACCIDENT', 'WORK_ACCIDENT', undefined]),
  workerId: (_today, chance) => chance.pick(['user-0', 'user-1', 'user-2']),
  married: (_today, chance) => chance.percent(10),
  working: (_today, chance) => chance.percent(20),
};
