import { addWorkingDays } from '#law';
import { type Instant, type LocalDate, addDays, addHours, dateIn, instant, momentAt } from '#kernel';

/** 2 × 24 hours, for both reports (Permenaker 1/2025 Art. 8). */
const REPORT_WITHIN_HOURS = 48;

/** Days from stage I to the conclusion (PP 49/2023 Art. 25A). */
const CONCLUDE_WITHIN_DAYS = 30;

/** Working days in which facilities are told whom to bill, once it was no work accident: a convention (D). */
const NAME_BEARER_WITHIN_WORKING_DAYS = 5;

/** When the notice says it happened; an occupational disease, when it was diagnosed. */
export function momentOf({ occurredOn, occurredAt }: { occurredOn: LocalDate; occurredAt: string }): Instant {
  return momentAt(occurredOn, occurredAt);
}

/** The end of the time for stage I (laporan tahap I). */
export function stageOneDueAt(accident: { occurredOn: LocalDate; occurredAt: string }): Instant {
  return addHours(momentOf(accident), REPORT_WITHIN_HOURS);
}

/** The last day for the conclusion (kesimpulan). */
export function concludeBy(stageOneReportedAt: Instant): LocalDate {
  return addDays(dateIn(stageOneReportedAt), CONCLUDE_WITHIN_DAYS);
}

/** The last day for telling facilities whom to bill. */
export const nameBearerBy = (concludedOn: LocalDate): LocalDate =>
  addWorkingDays(concludedOn, NAME_BEARER_WITHIN_WORKING_DAYS);

/** The end of the time for stage II. A statement names only its day, so the 2 × 24 hours begin when that day is over. */
export function stageTwoDueAt(statedOn: LocalDate): Instant {
  return addHours(endOf(statedOn), REPORT_WITHIN_HOURS);
}

/** The moment a day is over in Jakarta. */
export function endOf(day: LocalDate): Instant {
  return momentAt(addDays(day, 1), '00:00');
}

/** Whether a moment comes after another. Their texts compare once both are in UTC, whatever offset they came with. */
export const isLater = (moment: Instant, than: Instant): boolean => instant(moment) > instant(than);
