import { type Instant, type LocalDate, addDays, momentAt } from '#kernel';
import { workingDayFrom } from '../kernel/calendar.js';
import { COUNTER_CLOSES } from './service.conventions.js';

/** When something was received: the moment, and its day at the branch. */
export interface Received {
  readonly issuedAt: Instant;
  readonly today: LocalDate;
}

/**
 * Day 0 of a term of working days that begins as something is received (part 2, 5.1): the day itself, or the next working day for what came
 * after the counter closed. Terms of calendar days and of hours begin at once.
 */
export const countedFrom = ({ issuedAt, today }: Received): LocalDate =>
  issuedAt > momentAt(today, COUNTER_CLOSES.value) ? workingDayFrom(addDays(today, 1)) : today;
