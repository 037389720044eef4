import { type Transaction, sql } from 'kysely';
import type { Database } from '#postgres';
import { toPosition } from '../bookkeeping.js';
import { NotPrepared } from '../follower-errors.js';
import { dropSchemaOf } from '../follower-tables.js';
import { noteMended } from '../skipped-events.js';
import { type FollowerIdentity, schemaOf } from '../read-model/read-model.js';

interface Turn {
  /** Which is to be the live one. */
  readonly from: FollowerIdentity;
  /** As which the present live one is kept; what is kept so by then is dropped. */
  readonly former: FollowerIdentity;
  /** Brings the other to the place where the live one stands, while nobody moves that. */
  readonly catchUp?: (position: bigint | null) => Promise<void>;
}

/**
 * Has another schema be that of a read model, in one transaction: whoever asks finds either the one or the other. Whoever keeps the
 * live one waits for the place in the log, and then goes on in the other.
 */
export async function turnTo(
  database: Database,
  live: FollowerIdentity,
  { from, former, catchUp }: Turn,
): Promise<void> {
  const [mine, other, kept] = [schemaOf(live), schemaOf(from), schemaOf(former)];
  await database.transaction(async (transaction) => {
    const { rows } = await sql<{ position: string | null }>`
      select position::text from lindung.projections where projection = ${mine} for update`.execute(
      transaction,
    );
    if (!rows[0]) throw new NotPrepared(mine, undefined);
    await catchUp?.(toPosition(rows[0].position));
    // Only now: where the other is not there in time, the way back stays.
    if (kept !== other) await dropSchemaOf(transaction, kept);
    await asOpenAs(transaction, mine, other);
    await changeNames(transaction, mine, other, kept);
    await changePlaces(transaction, mine, other, kept, catchUp !== undefined);
    if (catchUp) await noteMended(transaction, mine);
  });
}

async function changeNames(
  transaction: Transaction<object>,
  mine: string,
  other: string,
  kept: string,
): Promise<void> {
  const rename = (one: string, as: string) =>
    sql`alter schema ${sql.id(one)} rename to ${sql.id(as)}`.execute(transaction);
  const between = `${mine}_turning`;
  await rename(mine, between);
  await rename(other, mine);
  await rename(between, kept);
}

/**
 * The line of the live one stays, so that whoever waits for it finds it: where both stand at the same place it need not change.
 * @param isSamePlace otherwise it goes to where the other stands
 */
async function changePlaces(
  transaction: Transaction<object>,
  mine: string,
  other: string,
  kept: string,
  isSamePlace: boolean,
): Promise<void> {
  const COLUMNS = sql.raw('position, event_id, event_position, last_event_at, shape');
  await sql`create temp table turning on commit drop as
    select projection, ${COLUMNS} from lindung.projections where projection in (${mine}, ${other})`.execute(
    transaction,
  );
  await sql`delete from lindung.projections where projection in (${other}, ${kept})`.execute(transaction);
  await sql`insert into lindung.projections (projection, ${COLUMNS})
    select ${kept}, ${COLUMNS} from turning where projection = ${mine}`.execute(transaction);
  if (isSamePlace) return;
  await sql`
    update lindung.projections as stored
    set (${COLUMNS}, failing_position) =
      (select ${COLUMNS}, null::bigint from turning where turning.projection = ${other})
    where stored.projection = ${mine}`.execute(transaction);
}

interface Right {
  readonly grantee: string;
  readonly privilege: string;
}

/** Gives another schema to whoever owns the live one, and opens it to whoever may read that. */
async function asOpenAs(transaction: Transaction<object>, live: string, other: string): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(transaction);
  const { rows: owners } = await sql<{ owner: string; me: string }>`
    select pg_get_userbyid(nspowner) as owner, current_user as me from pg_namespace
    where nspname = ${live}`.execute(transaction);
  const { owner, me } = owners[0] as { owner: string; me: string };
  const readers = await rightsOn(transaction, live);
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = to_regnamespace(${other}) and relkind = 'r'`.execute(transaction);
  for (const { grantee } of readers) {
    await run(`grant usage on schema ${quoted(other)} to ${quoted(grantee)}`);
    await run(`grant select on all tables in schema ${quoted(other)} to ${quoted(grantee)}`);
    await run(
      `alter default privileges for role ${quoted(owner)} in schema ${quoted(other)} grant select on tables to ${quoted(grantee)}`,
    );
  }
  if (owner === me) return;
  for (const { name } of tables)
    await run(`alter table ${quoted(other)}.${quoted(name)} owner to ${quoted(owner)}`);
  await run(`alter schema ${quoted(other)} owner to ${quoted(owner)}`);
}

/** Who may read a schema without owning it. */
async function rightsOn(transaction: Transaction<object>, schema: string): Promise<readonly Right[]> {
  const { rows } = await sql<Right>`
    select distinct pg_get_userbyid(acl.grantee) as grantee, acl.privilege_type as privilege
    from pg_namespace, aclexplode(nspacl) as acl
    where nspname = ${schema} and acl.privilege_type = 'USAGE' and acl.grantee not in (0, nspowner)`.execute(
    transaction,
  );
  return rows;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
