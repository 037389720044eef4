import { CamelCasePlugin, type Kysely } from 'kysely';
import type { DomainEvent } from '#kernel';
import type { Database } from '#postgres';
import type { Projection } from './handler-projection.js';
import { type ReadModel, type RowsOf, type TableMap, schemaOf } from './read-model/read-model.js';

/** What stands inside a JSON column is data: its names stay as they were written. */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** The read model's tables, for queries: names are camelCase, fragments of `sql` stay snake_case. */
export function tablesOf<Tables extends TableMap>(
  database: Database,
  model: ReadModel<Tables>,
): Kysely<RowsOf<Tables>>;
export function tablesOf<Event extends DomainEvent, Tables>(
  database: Database,
  projection: Projection<Event, Tables>,
): Kysely<Tables>;
export function tablesOf(database: Database, model: ReadModel | Projection<DomainEvent, unknown>): unknown {
  const tables = database.kysely.withSchema(schemaOf(model));
  return 'tables' in model ? tables.withPlugin(camelCase) : tables;
}
