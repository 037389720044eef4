import { type LocalDate, type Rupiah, ZERO_RUPIAH, daysBetween, rupiah } from '#kernel';
import { type RawBuilder, sql } from '#postgres';
import type { DeadlineRow } from './deadlines.table.js';

/** What of a row says what its delay costs. */
type Costing = Pick<DeadlineRow, 'lateIdr' | 'dueOn' | 'inTimeUntil' | 'costsUntil'>;

/** What each further day costs, of what persons are to be paid in cash: nothing while it stands still. */
export const costPerDay = (
  { lateIdr, costsUntil }: Pick<Costing, 'lateIdr' | 'costsUntil'>,
  today: LocalDate,
): Rupiah =>
  costsUntil !== null && costsUntil <= today ? ZERO_RUPIAH : rupiah(Math.round((lateIdr ?? 0) / 100));

/** What a delay has cost until today: whole rupiah, never compounded. */
export function costUntil({ lateIdr, dueOn, inTimeUntil, costsUntil }: Costing, today: LocalDate): Rupiah {
  const from = inTimeUntil ?? dueOn;
  const to = costsUntil !== null && costsUntil < today ? costsUntil : today;
  const days = from === null ? 0 : Math.max(0, daysBetween(from, to));
  return rupiah(Math.round(((lateIdr ?? 0) * days) / 100));
}

/** The same of all rows together. */
export const costsOf = (
  today: LocalDate,
): { readonly perDay: RawBuilder<string>; readonly cost: RawBuilder<string> } => ({
  perDay: sql<string>`coalesce(sum(round(late_idr / 100.0)) filter (where coalesce(costs_until, '9999-12-31') > ${today}), 0)`,
  cost: sql<string>`coalesce(sum(round(late_idr *
    greatest(0, least(${today}, costs_until)::date - coalesce(in_time_until, due_on)::date) / 100.0)), 0)`,
});
