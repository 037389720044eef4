import { type LocalDate, addDays } from '#kernel';
import { STEP_DAYS, type StepWithoutLaw } from './service.conventions.js';

/** The last day of what no law names a time for (convention E-22), by the days in force when it begins to wait. */
export function stepDueBy(step: StepWithoutLaw, since: LocalDate): LocalDate {
  const versions = STEP_DAYS.value;
  const { days } = versions.findLast(({ from }) => from <= since) ?? versions[0];
  return addDays(since, days[step]);
}
