import { type LocalDate, daysBetween } from '#kernel';
import type { ClaimSummary } from './claim.answers.js';
import { CLOSED_STATUSES, type ClaimRow } from './claim.tables.js';

export function toSummary(row: ClaimRow, today: LocalDate): ClaimSummary {
  return {
    claimId: row.claim_id,
    programme: row.programme,
    status: row.status,
    participantId: row.participant_id,
    accidentId: row.accident_id,
    eventDate: row.event_date,
    office: row.office,
    submittedOn: row.submitted_on,
    payBy: row.pay_by,
    overdue: row.pay_by !== null && row.pay_by < today && !CLOSED_STATUSES.includes(row.status),
    ageDays: daysBetween(row.submitted_on, today),
    totalIdr: row.total_idr,
    paidIdr: row.paid_idr,
  };
}
