import { type LocalDate, isLocalDate } from '#kernel';
import { decodeCursor, isUuid } from '#http';
import { type RawBuilder, type SqlBool, sql } from '#postgres';
import type { PayoutSummary } from './payout.answers.js';
import { NO_DATE, type PayoutRow } from './payout.tables.js';

/** Lists are in this order, then by id: what must be paid first comes first. */
export const LAST_DAY = sql<string>`coalesce(pay_by, ${sql.lit(NO_DATE)})`;

/** What a page ends with, for the next one. */
export const keyOf = ({ payBy, payoutId }: PayoutSummary) => [payBy ?? NO_DATE, payoutId];

/** Payments behind the page that gave this cursor. @throws ProblemError 400 for a cursor that no page has given */
export function behind(cursor: string): RawBuilder<SqlBool> {
  const [day, id] = decodeCursor(cursor, isLocalDate, isUuid);
  return sql<SqlBool>`(${LAST_DAY}, payout_id) > (${day}, ${id}::uuid)`;
}

export function toSummary(row: PayoutRow, today: LocalDate): PayoutSummary {
  return {
    payoutId: row.payout_id,
    status: row.status,
    amountIdr: row.amount_idr,
    payee: row.payee,
    participantId: row.participant_id,
    sourceKind: row.source_kind,
    sourceId: row.source_id,
    orderedOn: row.ordered_on,
    payBy: row.pay_by,
    overdue: row.status !== 'SETTLED' && row.pay_by !== null && row.pay_by < today,
    settledOn: row.settled_on,
    returns: row.returns,
  };
}
