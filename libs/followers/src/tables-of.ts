import { CamelCasePlugin, type Kysely } from 'kysely';
import type { Database } from '#postgres';
import { type ReadModel, type RowsOf, type TableMap, schemaOf } from './read-model/read-model.js';

/** What stands inside a JSON column is data: its names stay as they were written. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** The read model's tables, for queries: names are camelCase, fragments of `sql` stay snake_case. */
export function tablesOf<Tables extends TableMap>(
  database: Database,
  model: Pick<ReadModel<Tables>, 'name' | 'version' | 'tables'>,
): Kysely<RowsOf<Tables>> {
  return database.kysely.withSchema(schemaOf(model)).withPlugin(camelCase) as unknown as Kysely<
    RowsOf<Tables>
  >;
}
