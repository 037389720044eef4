import type { ScholarshipSummary, ScholarshipYearItem } from './scholarship.answers.js';
import type { ScholarshipRow, YearRow } from './scholarship.tables.js';

export function toSummary(row: ScholarshipRow): ScholarshipSummary {
  return {
    scholarshipId: row.scholarshipId,
    claimId: row.claimId,
    participantId: row.participantId,
    childId: row.childId,
    status: row.status,
    grantedOn: row.grantedOn,
    level: row.level,
    yearInLevel: row.yearInLevel,
    projectedIdr: row.projectedIdr,
    approvedIdr: row.approvedIdr,
    paidIdr: row.paidIdr,
  };
}

export function toYear(row: YearRow): ScholarshipYearItem {
  return {
    year: row.year,
    status: row.status,
    level: row.level,
    yearInLevel: row.yearInLevel,
    submittedBy: row.submittedBy,
    submittedOn: row.submittedOn,
    documents: row.documents,
    payee: row.payee,
    accountMasked: row.accountMasked,
    deciderId: row.deciderId,
    decidedOn: row.decidedOn,
    components: row.components,
    amountIdr: row.amountIdr,
    refusal: row.refusal,
    payoutId: row.payoutId,
    paidOn: row.paidOn,
  };
}
