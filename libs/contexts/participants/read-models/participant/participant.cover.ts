import type { LocalDate } from '#kernel';
import type { CoverageStatus } from '#law';
import type { TablesIn } from '#followers';
import { type RawBuilder, sql } from '#postgres';
import type { participantReadModel } from './participant.read-model.js';

type Tables = TablesIn<typeof participantReadModel>;

/** Every participant with the cover on a day: for the living the same as `statusIn` of the domain says. */
export function participantsOn(tables: Tables, day: LocalDate) {
  return tables
    .selectFrom('participants')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('contributions')
          .select(['arrearsFrom', 'inactiveFrom'])
          .whereRef('contributions.participantId', '=', 'participants.participantId')
          .where('coveredFrom', '<=', day)
          .orderBy('inactiveFrom', 'desc')
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
