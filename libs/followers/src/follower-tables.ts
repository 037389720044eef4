import { type Transaction, sql } from 'kysely';
import { type Database, createStatements, errorCode } from '#postgres';
import { type Checkpoint, createBookkeeping, readCheckpoint } from './bookkeeping.js';
import { fingerprint } from './fingerprint.js';
import { type Follower, readModelFollower } from './follower.js';
import { NotPrepared, ShapeChanged } from './follower-errors.js';
import { noteMended } from './skipped-events.js';
import { type FollowerIdentity, type ReadModel, schemaOf } from './read-model/read-model.js';
import { footprintIn } from './still-there.js';
import { forgetFormerRevisions, streamRevisions, takeOverRevisions } from './stream-revisions.js';

/** SQLSTATE: the role may not. */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Makes the tables of a read model when they are missing and says where it stands.
 * @throws ShapeChanged when the tables were made by other statements than this release's
 */
export function prepareReadModel(database: Database, model: ReadModel): Promise<Checkpoint> {
  return prepareTables(database, readModelFollower(model));
}

/** What tables are made of, and by which name their place is known. */
type Tabled = Pick<Follower, 'name' | 'version' | 'shape' | 'tables'>;

/** Where a follower stands, and what PostgreSQL holds for it (`untilChanged`). */
export interface Prepared extends Checkpoint {
  readonly footprint: string;
}

/** The same for any follower. @throws ShapeChanged @throws NotPrepared when the role of this program may not */
export async function prepareTables(database: Database, follower: Tabled): Promise<Prepared> {
  const schema = schemaOf(follower);
  try {
    return await database.kysely.transaction().execute(async (transaction) => ({
      ...(await makeTables(transaction, follower, schema)),
      footprint: await footprintIn(transaction, schema),
    }));
  } catch (error) {
    if (errorCode(error) === INSUFFICIENT_PRIVILEGE) throw new NotPrepared(schema, error);
    throw error;
  }
}

async function makeTables(
  transaction: Transaction<object>,
  follower: Tabled,
  schema: string,
): Promise<Checkpoint> {
  const [shape, tables] = [shapeOf(follower), [...follower.tables, streamRevisions]];
  await createBookkeeping(transaction);
  const checkpoint = await readCheckpoint(transaction, schema);
  const found = await tablesIn(transaction, schema);
  const hasAll = (some: Tabled['tables']) => some.every(({ sqlName }) => found?.includes(sqlName));
  if (checkpoint && hasAll(follower.tables)) {
    if (checkpoint.shape === follower.shape) return takeOver(transaction, schema, shape);
    if (checkpoint.shape !== shape) throw new ShapeChanged(schema);
    if (hasAll(tables)) return checkpoint;
  }
  // Somebody dropped tables and not the place in the log: what stood in them has to be read again.
  if (checkpoint) await forget(transaction, schema);
  await noteMended(transaction, schema);
  // Where programs have roles of their own the schema was made for them, empty.
  if (found) await dropTables(transaction, schema, found);
  else await sql`create schema ${sql.id(schema)}`.execute(transaction);
  await useSchema(transaction, schema);
  for (const statement of tables.flatMap(createStatements)) {
    await sql.raw(statement).execute(transaction);
  }
  await sql`insert into lindung.projections (projection, shape) values (${schema}, ${shape})`.execute(
    transaction,
  );
  return { position: null, eventId: null, lastEventAt: null, isStuck: false, shape };
}

/** Of its own tables, as older releases know it, and of what stands beside them: such a release refuses to keep the tables. */
const shapeOf = ({ shape }: Tabled): string => fingerprint([shape, ...createStatements(streamRevisions)]);

/** Goes on where an older release has left a follower. The new shape is stored first: whoever is still at work there waits, or ends. */
async function takeOver(
  transaction: Transaction<object>,
  schema: string,
  shape: string,
): Promise<Checkpoint> {
  await sql`update lindung.projections set shape = ${shape} where projection = ${schema}`.execute(
    transaction,
  );
  await useSchema(transaction, schema);
  await takeOverRevisions(transaction, schema);
  const checkpoint = await readCheckpoint(transaction, schema);
  if (!checkpoint) throw new ShapeChanged(schema);
  return checkpoint;
}

/**
 * Drops one version of a read model with its checkpoint; nothing happens when it does not exist.
 * Meant for an old version once nobody reads it: the log can always build it again.
 */
export async function dropVersion(database: Database, identity: FollowerIdentity): Promise<void> {
  const schema = schemaOf(identity);
  await database.kysely.transaction().execute(async (transaction) => {
    await createBookkeeping(transaction);
    await dropSchemaOf(transaction, schema);
  });
}

/** The same by the name of its schema, in a transaction of somebody else. */
export async function dropSchemaOf(transaction: Transaction<object>, schema: string): Promise<void> {
  await forget(transaction, schema);
  await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(transaction);
}

/**
 * Empties a follower by the name of its schema: whoever keeps it up to date builds it anew, from the beginning of the log. The
 * schema stays, with what roles may do in it.
 */
export async function dropTablesOf(database: Database, schema: string): Promise<void> {
  await database.kysely.transaction().execute(async (transaction) => {
    await forget(transaction, schema);
    await dropTables(transaction, schema, (await tablesIn(transaction, schema)) ?? []);
  });
}

/** Removes the place in the log: whoever keeps the schema begins anew. */
export async function forget(transaction: Transaction<object>, schema: string): Promise<void> {
  await sql`delete from lindung.projections where projection = ${schema}`.execute(transaction);
  await forgetFormerRevisions(transaction, schema);
}

/** The names of the tables in a schema; undefined when it is not there. */
async function tablesIn(transaction: Transaction<object>, schema: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ tables: string[] }>`
    select array(select relname::text from pg_class where relnamespace = pg_namespace.oid and relkind = 'r') as tables
    from pg_namespace where nspname = ${schema}`.execute(transaction);
  return rows[0]?.tables;
}

async function dropTables(
  transaction: Transaction<object>,
  schema: string,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) await sql`drop table ${sql.id(schema, table)} cascade`.execute(transaction);
}

/** Where a version stands; undefined when it has no tables. */
export function checkpointOf(
  database: Database,
  identity: FollowerIdentity,
): Promise<Checkpoint | undefined> {
  return readCheckpoint(database.kysely, schemaOf(identity));
}

/** Raw SQL in this transaction finds the follower's tables without naming the schema. */
async function useSchema(transaction: Transaction<object>, schema: string): Promise<void> {
  await sql`select set_config('search_path', ${`${schema}, public`}, true)`.execute(transaction);
}
