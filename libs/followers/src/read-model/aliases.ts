import { type Kysely, type Row, type Table, index, table, uuid } from '#postgres';
import { type Change, put, remove } from './change.js';

const COLUMNS = { id: uuid().key(), goesOnAs: uuid() };

/** The table of a read model that says which ids are of one subject: each names that under which the subject goes on. */
export function aliasTable(): Table<typeof COLUMNS> {
  return table('aliases', COLUMNS, { indexes: [index('aliases_by_subject', ['goesOnAs'])] });
}

export type AliasRow = Row<Table<typeof COLUMNS>>;

/** From this event on the one goes on as the other. */
export const goesOnAs = (aliases: Table<typeof COLUMNS>, id: string, other: string): Change =>
  put(aliases, { id, goesOnAs: other });

/** From this event on the id is of a subject of its own. */
export const goesAlone = (aliases: Table<typeof COLUMNS>, id: string): Change => remove(aliases, id);

/** All ids of a subject, by any of them; that under which it goes on comes first. */
export async function idsOf<Tables extends { readonly aliases: AliasRow }>(
  tables: Kysely<Tables>,
  id: string,
): Promise<readonly [string, ...string[]]> {
  const aliases = (tables as unknown as Kysely<{ aliases: AliasRow }>).selectFrom('aliases');
  const alias = await aliases.select('goesOnAs').where('id', '=', id).executeTakeFirst();
  const first = alias?.goesOnAs ?? id;
  const others = await aliases.select('id').where('goesOnAs', '=', first).orderBy('id').execute();
  return [first, ...others.map((other) => other.id)];
}
