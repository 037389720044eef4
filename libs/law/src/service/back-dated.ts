import { type LocalDate, type Role, addDays } from '#kernel';
import { BACK_DATED, type BackDatedKind } from './service.conventions.js';

/** Whether an entry comes so long after what it is about that a second person has to confirm it (convention E-9). */
export const isBackDated = (entry: BackDatedKind, on: LocalDate, today: LocalDate): boolean =>
  on < notBackDatedFrom(entry, today);

/** The first day of an entry that needs no second person. */
export const notBackDatedFrom = (entry: BackDatedKind, today: LocalDate): LocalDate =>
  addDays(today, -BACK_DATED.value[entry].afterDays);

/** In which roles a second person may confirm it. */
export const confirmersOf = (entry: BackDatedKind): readonly Role[] => BACK_DATED.value[entry].confirmedBy;
