import { type LocalDate, daysBetween } from '#kernel';
import { BACK_DATED_AFTER_DAYS } from './service.conventions.js';

/** Whether an entry comes so long after what it is about that a second person has to confirm it (convention E-9). */
export const isBackDated = (
  entry: keyof typeof BACK_DATED_AFTER_DAYS.value,
  on: LocalDate,
  today: LocalDate,
): boolean => daysBetween(on, today) > BACK_DATED_AFTER_DAYS.value[entry];
