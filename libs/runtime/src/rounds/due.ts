import { type Instant, type LocalDate, addHours, dateIn, momentAt } from '#kernel';
import type { LastRound } from './daily-round.js';

/** The day of the round that was due last, where one is due at this full hour in Jakarta. */
export const lastDue = (now: Instant, hour: number): LocalDate => dateIn(addHours(now, -hour));

/** When the round of a day is due. */
export const dueAt = (day: LocalDate, hour: number): Instant =>
  momentAt(day, `${String(hour).padStart(2, '0')}:00`);

/**
 * Whether the round of a day is still to be done. Where none was ever begun nothing was missed: the first one is due at the next hour
 * after the start.
 */
export function isOwed(
  day: LocalDate,
  last: LastRound | undefined,
  { hour, startedAt }: { readonly hour: number; readonly startedAt: Instant },
): boolean {
  if (!last) return Date.parse(dueAt(day, hour)) > Date.parse(startedAt);
  return last.day < day || (last.day === day && !last.isEnded);
}
