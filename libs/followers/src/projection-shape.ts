import { createHash } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  type LogEvent,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { DomainEvent } from '#kernel';
import type { Projection } from './projection.js';

/**
 * A fingerprint of the tables a projection makes, taken from the statements of `createTables` without a database.
 * It tells when somebody changed the tables and forgot to raise the version.
 */
export async function shapeOf<Event extends DomainEvent, Tables>(
  projection: Projection<Event, Tables>,
): Promise<string> {
  const hash = createHash('sha256');
  const paper = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }: LogEvent) => {
      hash.update(query.sql).update(JSON.stringify(query.parameters));
    },
  });
  await paper.transaction().execute((tables) => projection.createTables(tables.schema, tables));
  return hash.digest('hex').slice(0, 16);
}
