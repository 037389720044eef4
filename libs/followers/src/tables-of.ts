import {
  CamelCasePlugin,
  type Kysely,
  type PluginTransformResultArgs,
  type QueryResult,
  type UnknownRow,
} from 'kysely';
import type { Database } from '#postgres';
import { type ReadModel, type RowsOf, type TableMap, schemaOf } from './read-model/read-model.js';

/**
 * Names of columns in camelCase. All rows of an answer have the same columns, so their names are looked at once; what
 * stands inside a JSON column is data, and its names stay as they were written.
 */
class CamelCaseColumns extends CamelCasePlugin {
  override transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const columns = Object.keys(result.rows[0] ?? {}).map(
      (column) => [column, this.camelCase(column)] as const,
    );
    const rows = result.rows.map((row) => {
      const renamed: UnknownRow = {};
      for (const [column, name] of columns) renamed[name] = row[column];
      return renamed;
    });
    return Promise.resolve({ ...result, rows });
  }
}

const camelCase = new CamelCaseColumns();

/** The read model's tables, for queries alone: names are camelCase, fragments of `sql` stay snake_case. */
export function tablesOf<Tables extends TableMap>(
  database: Database,
  model: Pick<ReadModel<Tables>, 'name' | 'version' | 'tables'>,
): Kysely<RowsOf<Tables>> {
  return database.reading.withSchema(schemaOf(model)).withPlugin(camelCase) as unknown as Kysely<
    RowsOf<Tables>
  >;
}
