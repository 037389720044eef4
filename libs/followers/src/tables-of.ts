import type { Database, Kysely } from '#postgres';
import { type ReadModel, type RowsOf, type TableMap, schemaOf } from './read-model/read-model.js';

/** The read model's tables, for queries alone: names are camelCase, fragments of `sql` stay snake_case. */
export function tablesOf<Tables extends TableMap>(
  database: Database,
  model: Pick<ReadModel<Tables>, 'name' | 'version' | 'tables'>,
): Kysely<RowsOf<Tables>> {
  const tables = database.reading(schemaOf(model), Object.keys(model.tables));
  return tables as unknown as Kysely<RowsOf<Tables>>;
}
