import type { Sight } from '#kernel';
import {
  type Kysely,
  type RawBuilder,
  type Row,
  type SqlBool,
  type Table,
  sql,
  table,
  uuid,
} from '#postgres';
import { type Change, put } from './change.js';

const COLUMNS = { facilityId: uuid().key(), subjectId: uuid().key() };

/** The table of a read model that says which facility sees which subject: a participant, an accident, a claim. */
export function sightTable(): Table<typeof COLUMNS> {
  return table('sight', COLUMNS);
}

export type SightRow = Row<Table<typeof COLUMNS>>;

/** From this event on the facility sees the subject; nothing where no facility is named. */
export function seenBy(
  sight: Table<typeof COLUMNS>,
  facilityId: string | undefined,
  subjectId: string,
): Change[] {
  return facilityId === undefined ? [] : [put(sight, { facilityId, subjectId })];
}

/**
 * The condition that keeps a list, a detail and a search to what somebody sees: `rows.where(within(tables, sight,
 * 'accidentId'))`. It stands in the query itself, so pages, orders and filters know of nothing else.
 * @param subjects columns that may name what is seen; one of them is enough
 */
export function within<Tables extends { readonly sight: SightRow }>(
  tables: Kysely<Tables>,
  { facilityId }: Sight,
  ...subjects: readonly [string, ...string[]]
): RawBuilder<SqlBool> {
  if (facilityId === undefined) return sql<SqlBool>`true`;
  const its = (tables as unknown as Kysely<{ sight: SightRow }>)
    .selectFrom('sight')
    .select('sight.subjectId')
    .where('sight.facilityId', '=', facilityId);
  const named = subjects.map((column) => sql<SqlBool>`${sql.ref(column)} in (${its})`);
  return sql<SqlBool>`(${sql.join(named, sql` or `)})`;
}
