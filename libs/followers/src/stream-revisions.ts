import { type Transaction, sql } from 'kysely';
import type { RecordedEvent } from '#event-store';
import { position, table, text } from '#postgres';
import { COPY_FROM, type Writing } from './read-model/stored-rows.js';

/** How far a follower has applied each stream, as `createBookkeeping` makes it. */
const { all: COLUMNS } = table('projectionStreams', {
  projection: text().key(),
  stream: text().key(),
  revision: position(),
});

/** What a follower knows of the streams of a batch. */
export interface StreamRevisions {
  /** Those that begin in the batch, behind the checkpoint: they cannot have been seen before. */
  readonly begun: ReadonlySet<string>;
  /** Revision of the last event applied of each other one. */
  readonly applied: Map<string, bigint>;
}

/** Revisions of the streams of these events. One that begins behind the checkpoint is not asked for. */
export async function storedRevisions(
  transaction: Transaction<object>,
  schema: string,
  tracked: readonly RecordedEvent[],
  checkpoint: bigint | null,
): Promise<StreamRevisions> {
  const begun = new Set<string>();
  const asked = new Set<string>();
  for (const { streamId, revision, position: place } of tracked) {
    if (begun.has(streamId) || asked.has(streamId)) continue;
    const isNew = revision === 0n && (checkpoint === null || place > checkpoint);
    (isNew ? begun : asked).add(streamId);
  }
  if (asked.size === 0) return { begun, applied: new Map() };
  const { rows } = await sql<{ stream: string; revision: string }>`
    select stream, revision::text from lindung.projection_streams
    where projection = ${schema} and stream = any(${[...asked]}::text[])`.execute(transaction);
  return { begun, applied: new Map(rows.map(({ stream, revision }) => [stream, BigInt(revision)])) };
}

/** Stores how far the streams were applied. Of one that begins nothing stands there yet, so many of them are simply brought in. */
export async function storeRevisions(
  { transaction, copy }: Writing,
  schema: string,
  { begun, applied }: StreamRevisions,
): Promise<void> {
  const revisions = [...applied].map(([stream, revision]) => ({
    projection: schema,
    stream,
    revision: String(revision),
  }));
  const isCopied = begun.size >= COPY_FROM;
  if (isCopied) {
    const fresh = revisions.filter(({ stream }) => begun.has(stream));
    await copy('lindung.projection_streams', COLUMNS, fresh);
  }
  const others = isCopied ? revisions.filter(({ stream }) => !begun.has(stream)) : revisions;
  if (others.length === 0) return;
  await sql`
    insert into lindung.projection_streams as stored (projection, stream, revision)
    select ${schema}, stream, revision
    from unnest(${others.map(({ stream }) => stream)}::text[], ${others.map(({ revision }) => revision)}::bigint[])
      as applied (stream, revision)
    on conflict (projection, stream) do update set revision = excluded.revision
    where stored.revision < excluded.revision`.execute(transaction);
}
