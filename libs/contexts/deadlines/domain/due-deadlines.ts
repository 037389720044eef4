import type { LocalDate } from '#kernel';
import type { PassDeadlineInput } from './pass-deadline.js';

/** Finds deadlines of which a day is over. What it finds may have been done meanwhile: the log decides. */
export abstract class DueDeadlines {
  /** Those whose last day lies before a day, the oldest first, as they are known behind a position of the log. */
  abstract before(day: LocalDate, after?: bigint): AsyncIterable<PassDeadlineInput>;
}
