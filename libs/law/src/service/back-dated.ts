import { type LocalDate, type Role, addDays } from '#kernel';
import { BACK_DATED, type BackDatedKind, type BackDatedLimits } from './service.conventions.js';

/** The limits of a day, of several that follow each other; before the first of them that one holds as well. */
export function limitsOn(
  versions: readonly [BackDatedLimits, ...BackDatedLimits[]],
  today: LocalDate,
): BackDatedLimits['limits'] {
  return (versions.findLast(({ from }) => from <= today) ?? versions[0]).limits;
}

/** Whether an entry comes so long after what it is about that a second person has to confirm it (convention E-9). */
export const isBackDated = (entry: BackDatedKind, on: LocalDate, today: LocalDate): boolean =>
  on < notBackDatedFrom(entry, today);

/** The first day of an entry that needs no second person. */
export const notBackDatedFrom = (entry: BackDatedKind, today: LocalDate): LocalDate =>
  addDays(today, -limitsOn(BACK_DATED.value, today)[entry].afterDays);

/** In which roles a second person may confirm it: in any that ever could, since what was entered then waits still. */
export const confirmersOf = (entry: BackDatedKind): readonly Role[] => [
  ...new Set(BACK_DATED.value.flatMap(({ limits }) => limits[entry].confirmedBy)),
];
