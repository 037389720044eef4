import { type LocalDate, type Rupiah, daysBetween, rupiah } from '#kernel';

/** What each day that a payment is late costs, of what persons are to be paid in cash. */
export const costPerDay = (lateIdr: Rupiah | null): Rupiah => rupiah(Math.round((lateIdr ?? 0) / 100));

/** What a delay has cost until today: whole rupiah, never compounded. */
export function costUntil(
  { lateIdr, dueOn }: { readonly lateIdr: Rupiah | null; readonly dueOn: LocalDate | null },
  today: LocalDate,
): Rupiah {
  const days = dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today));
  return rupiah(Math.round(((lateIdr ?? 0) * days) / 100));
}
