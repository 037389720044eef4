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

/** A row says of a year what the answer says; whose year it is, the answer says already. */
export function toYear({ scholarshipId: _itsOwn, ...year }: YearRow): ScholarshipYearItem {
  return year;
}
