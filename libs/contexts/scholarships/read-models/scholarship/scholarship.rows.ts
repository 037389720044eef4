import type { ScholarshipSummary, ScholarshipYearItem } from './scholarship.answers.js';
import type { ScholarshipRow, ScholarshipYearRow } from './scholarship.tables.js';

export function toSummary(row: ScholarshipRow): ScholarshipSummary {
  return {
    scholarshipId: row.scholarship_id,
    claimId: row.claim_id,
    participantId: row.participant_id,
    childId: row.child_id,
    status: row.status,
    grantedOn: row.granted_on,
    level: row.level,
    yearInLevel: row.year_in_level,
    projectedIdr: row.projected_idr,
    approvedIdr: row.approved_idr,
    paidIdr: row.paid_idr,
  };
}

export function toYear(row: ScholarshipYearRow): ScholarshipYearItem {
  return {
    year: row.year,
    status: row.status,
    level: row.level,
    yearInLevel: row.year_in_level,
    submittedBy: row.submitted_by,
    submittedOn: row.submitted_on,
    documents: row.documents,
    payee: row.payee,
    accountMasked: row.account_masked,
    deciderId: row.decider_id,
    decidedOn: row.decided_on,
    components: row.components,
    amountIdr: row.amount_idr,
    refusal: row.refusal,
    payoutId: row.payout_id,
    paidOn: row.paid_on,
  };
}
