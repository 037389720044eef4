import type { LocalDate } from '#kernel';
import type { PayoutSummary } from './payout.answers.js';
import type { PayoutRow } from './payout.tables.js';

export function toSummary(row: PayoutRow, today: LocalDate): PayoutSummary {
  return {
    payoutId: row.payoutId,
    status: row.status,
    amountIdr: row.amountIdr,
    payee: row.payee,
    participantId: row.participantId,
    sourceKind: row.sourceKind,
    sourceId: row.sourceId,
    orderedOn: row.orderedOn,
    payBy: row.payBy,
    overdue: row.status !== 'SETTLED' && row.payBy !== null && row.payBy < today,
    settledOn: row.settledOn,
    returns: row.returns,
  };
}
