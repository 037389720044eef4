import { type TablesIn, within } from '#followers';
import type { LocalDate, Sight } from '#kernel';
import type { CoverageStatus } from '#law';
import { type RawBuilder, type SqlBool, sql } from '#postgres';
import type { participantReadModel } from './participant.read-model.js';

/** Every participant within sight, with the cover on a day: for the living the same as `statusIn` of the domain says. */
export function participantsOn(tables: TablesIn<typeof participantReadModel>, day: LocalDate, sight: Sight) {
  return everybodyOn(tables, day)
    .selectAll('participants')
    .where(personWithin(tables, sight, 'participants.participantId'));
}

/** Whoever sees one of a person's ids sees the one under which they go on. */
export function personWithin(
  tables: TablesIn<typeof participantReadModel>,
  sight: Sight,
  id: 'participants.participantId' | 'listings.participantId',
): RawBuilder<SqlBool> {
  const own = within(tables, sight, id);
  if (sight.facilityId === undefined) return own;
  const others = tables
    .selectFrom('aliases')
    .select('goesOnAs')
    .where(within(tables, sight, 'aliases.id'));
  return sql<SqlBool>`(${own} or ${sql.ref(id)} in (${others}))`;
}

/** Everybody, with the cover on a day and nothing else: who is asked for, and what of them, is for the caller to say. */
export function everybodyOn(tables: TablesIn<typeof participantReadModel>, day: LocalDate) {
  return tables
    .selectFrom('participants')
    .leftJoin('cover', 'cover.participantId', 'participants.participantId')
    .leftJoinLateral(furthestOn(day).as('furthest'), (join) => join.onTrue())
    .select(['cover.paidThrough', coverageOf(day).as('coverage')]);
}

/** Of the windows that have begun, the one that reaches furthest. */
const furthestOn = (day: LocalDate) => sql<{ arrearsFrom: LocalDate; inactiveFrom: LocalDate }>`(
  select one ->> 'arrearsFrom' as arrears_from, one ->> 'inactiveFrom' as inactive_from
  from jsonb_array_elements(cover.windows) as one
  where one ->> 'coveredFrom' <= ${day}
  order by one ->> 'inactiveFrom' desc
  limit 1)`;

/** Cover on a day, of a row of `participantsOn` that day. The dead have none, whatever was paid ahead for them. */
export function coverageOf(day: LocalDate): RawBuilder<CoverageStatus | null> {
  return sql<CoverageStatus | null>`case
    when segment <> 'BPU' then null
    when furthest.inactive_from is null then 'NEVER'
    when died_on < ${day} then 'INACTIVE'
    when furthest.inactive_from <= ${day} then 'INACTIVE'
    when furthest.arrears_from <= ${day} and segment = 'BPU' then 'PENDING_ARREARS'
    else 'ACTIVE' end`;
}

/** Those whom `foundUnder` tells, as whom they go on: one question, for nothing is asked more often than a NIK. */
export async function survivorsUnder(
  tables: TablesIn<typeof participantReadModel>,
  nikId: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(aliases.goes_on_as, found.id) as id
    from (select ${nikId}::uuid as id
      union all select participant_id from ${sql.table('niks')} as niks where nik_id = ${nikId}::uuid) as found
    left join ${sql.table('aliases')} as aliases on aliases.id = found.id`.execute(tables);
  return rows.map(({ id }) => id);
}

/** Whose a card is, as whom they go on. */
export async function survivorsWithCard(
  tables: TablesIn<typeof participantReadModel>,
  kpj: string,
): Promise<string[]> {
  const rows = await tables
    .selectFrom('kpjs')
    .leftJoin('aliases', 'aliases.id', 'kpjs.participantId')
    .select(sql<string>`coalesce(aliases.goes_on_as, kpjs.participant_id)`.as('id'))
    .where('kpjs.kpj', '=', kpj)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whoever is registered under the NIK's own id, and those who have it, or had it, by a correction. */
export async function foundUnder(
  tables: TablesIn<typeof participantReadModel>,
  nikId: string,
): Promise<string[]> {
  const others = await tables.selectFrom('niks').select('participantId').where('nikId', '=', nikId).execute();
  return [nikId, ...others.map(({ participantId }) => participantId)];
}
