import { hash } from 'node:crypto';
import { type Transaction, sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { createStatements, position, table, uuid } from '#postgres';
import { COPY_FROM, type Writing } from './read-model/stored-rows.js';

/**
 * How far a follower has applied each stream behind its first event: most streams of people have only that, and the place of the
 * follower in the log tells that it was applied. It stands in the schema of the follower and goes with it, and the name of a stream
 * is kept as sixteen bytes of its hash.
 */
export const streamRevisions = table('streamRevisions', { stream: uuid().key(), revision: position() });

/** What a follower knows of the streams of a batch. */
export interface StreamRevisions {
  /** Those that begin in the batch, behind the checkpoint: they cannot have been seen before. */
  readonly begun: ReadonlySet<string>;
  /** Revision of the last event applied of each other one. */
  readonly applied: Map<string, bigint>;
}

/** A stream of which no row stands has been applied up to here, where it did not begin in the batch. */
const ITS_FIRST = 0n;

/** Whether an event is the first of its stream, and was not seen before: of that nothing needs to be remembered. */
export const beginsStream = (
  { revision, position: place }: Pick<RecordedEvent, 'revision' | 'position'>,
  checkpoint: bigint | null,
): boolean => revision === ITS_FIRST && (checkpoint === null || place > checkpoint);

/**
 * Revisions of the streams of these events. One that begins behind the checkpoint is not asked for. The transaction's search path
 * is the schema of the follower.
 */
export async function storedRevisions(
  transaction: Transaction<object>,
  tracked: readonly RecordedEvent[],
  checkpoint: bigint | null,
): Promise<StreamRevisions> {
  const begun = new Set<string>();
  const asked = new Map<string, string>();
  const seen = new Set<string>();
  for (const event of tracked) {
    const { streamId } = event;
    if (seen.has(streamId)) continue;
    seen.add(streamId);
    if (beginsStream(event, checkpoint)) begun.add(streamId);
    // Before the first event of all nothing was applied.
    else if (checkpoint !== null) asked.set(keyOf(streamId), streamId);
  }
  if (asked.size === 0) return { begun, applied: new Map() };
  const { rows } = await sql<{ stream: string; revision: string }>`
    select replace(stream::text, '-', '') as stream, revision::text from stream_revisions
    where stream = any(${[...asked.keys()]}::uuid[])`.execute(transaction);
  const stored = new Map(rows.map(({ stream, revision }) => [stream, BigInt(revision)]));
  return {
    begun,
    applied: new Map([...asked].map(([key, streamId]) => [streamId, stored.get(key) ?? ITS_FIRST])),
  };
}

/** Stores how far the streams were applied. Of one that begins nothing stands there yet, so many of them are simply brought in. */
export async function storeRevisions(
  { transaction, copy }: Writing,
  { begun, applied }: StreamRevisions,
): Promise<void> {
  const [fresh, others] = [[], []] as [Applied[], Applied[]];
  for (const [name, revision] of applied) {
    if (revision === ITS_FIRST) continue;
    (begun.has(name) ? fresh : others).push({ stream: keyOf(name), revision: String(revision) });
  }
  const isCopied = fresh.length >= COPY_FROM;
  if (isCopied) await copy(`"${streamRevisions.sqlName}"`, streamRevisions.all, fresh);
  const given = isCopied ? others : [...fresh, ...others];
  if (given.length === 0) return;
  await sql`
    insert into stream_revisions as stored (stream, revision)
    select stream, revision
    from unnest(${given.map(({ stream }) => stream)}::uuid[], ${given.map(({ revision }) => revision)}::bigint[])
      as applied (stream, revision)
    on conflict (stream) do update set revision = excluded.revision
    where stored.revision < excluded.revision`.execute(transaction);
}

interface Applied extends Record<string, unknown> {
  readonly stream: string;
  readonly revision: string;
}

/** The first half of the SHA-256 of a stream's name, in the digits of a UUID. `KEY_OF` is the same in SQL. */
const keyOf = (stream: string): string => hash('sha256', stream, 'hex').slice(0, 32);

const KEY_OF = sql`encode(substr(sha256(convert_to(stream, 'UTF8')), 1, 16), 'hex')::uuid`;

/** Rows that are taken over in one statement: it ends long before a statement must. */
const TAKEN_AT_ONCE = 100_000;

/**
 * Makes the table of a follower that an older release kept in one table for all, and takes its rows over. Nothing is left there, so
 * that such a release could not go on from what it remembers; other followers of it go on meanwhile.
 */
export async function takeOverRevisions(transaction: Transaction<object>, schema: string): Promise<void> {
  for (const statement of createStatements(streamRevisions)) await sql.raw(statement).execute(transaction);
  for (let taken = TAKEN_AT_ONCE; taken === TAKEN_AT_ONCE;) {
    const { numAffectedRows } = await sql`
      with part as materialized (
        select stream, revision from lindung.projection_streams
        where projection = ${schema} order by stream limit ${sql.lit(TAKEN_AT_ONCE)}),
      gone as (
        delete from lindung.projection_streams as former using part
        where former.projection = ${schema} and former.stream = part.stream)
      insert into stream_revisions (stream, revision) select ${KEY_OF}, revision from part`.execute(
      transaction,
    );
    taken = Number(numAffectedRows ?? 0);
  }
}

/** Forgets what an older release kept of a follower, where it did. */
export async function forgetFormerRevisions(transaction: Transaction<object>, schema: string): Promise<void> {
  const { rows } = await sql`select where to_regclass('lindung.projection_streams') is not null`.execute(
    transaction,
  );
  if (rows.length === 0) return;
  await sql`delete from lindung.projection_streams where projection = ${schema}`.execute(transaction);
}
