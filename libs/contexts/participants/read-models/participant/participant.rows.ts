import type { LocalDate } from '#kernel';
import type { CoverageStatus } from '#law';
import { type Kysely, type RawBuilder, sql } from '#postgres';
import type { ParticipantSummary } from './participant.answers.js';
import type { ParticipantRow, ParticipantTables } from './participant.tables.js';

/** Every participant with the cover on a day: for the living the same as `statusIn` of the domain says. */
export function participantsOn(tables: Kysely<ParticipantTables>, day: LocalDate) {
  return tables
    .selectFrom('participants')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('contributions')
          .select(['arrears_from', 'inactive_from'])
          .whereRef('contributions.participant_id', '=', 'participants.participant_id')
          .where('covered_from', '<=', day)
          .orderBy('inactive_from', 'desc')
          .limit(1)
          .as('furthest'),
      (join) => join.onTrue(),
    )
    .selectAll('participants')
    .select(coverageOf(day).as('coverage'));
}

/** Cover on a day, of a row of `participantsOn` that day. The dead have none, whatever was paid ahead for them. */
export function coverageOf(day: LocalDate): RawBuilder<CoverageStatus> {
  return sql<CoverageStatus>`case
    when furthest.inactive_from is null then 'NEVER'
    when died_on < ${day} then 'INACTIVE'
    when furthest.inactive_from <= ${day} then 'INACTIVE'
    when furthest.arrears_from <= ${day} and segment = 'BPU' then 'PENDING_ARREARS'
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
