import type { LocalDate } from '#kernel';
import type { CoverageStatus } from '#benefits';
import { type RawBuilder, sql } from '#read-store';
import type { ParticipantSummary } from './participant.answers.js';
import type { ParticipantRow } from './participant.tables.js';

/** Cover on a day in SQL, the same as `statusIn` of the domain says from the same columns. */
export function coverageCase(today: LocalDate): RawBuilder<CoverageStatus> {
  return sql<CoverageStatus>`case
    when inactive_from is null then 'NEVER'
    when inactive_from <= ${today} then 'INACTIVE'
    when arrears_from <= ${today} and segment = 'BPU' then 'PENDING_ARREARS'
    else 'ACTIVE' end`;
}

export function toSummary(row: ParticipantRow & { coverage: CoverageStatus }): ParticipantSummary {
  return {
    participantId: row.participant_id,
    name: row.name,
    nikMasked: row.nik_masked,
    segment: row.segment,
    district: row.district,
    registeredOn: row.registered_on,
    coverage: row.coverage,
    paidThrough: row.paid_through,
    diedOn: row.died_on,
  };
}
