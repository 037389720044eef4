import type { LocalDate } from '#kernel';
import type { PayoutSummary } from './payout.answers.js';
import type { PayoutRow } from './payout.tables.js';

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
