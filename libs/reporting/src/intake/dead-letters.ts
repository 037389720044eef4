import { type Writing, lockPlace } from '#followers';
import { type Instant, namedId, namespace } from '#kernel';
import { type Database, type Row, type Transaction, sql } from '#postgres';
import { SCHEMA, deadLetters } from '../facts/fact-tables.js';
import { insertRows, rowsOf } from '../facts/fact-rows.js';
import { storeTold } from '../facts/store-facts.js';
import { faultOfData, notStoredBecause } from './fault-of-data.js';
import { type Message, messageOf } from './message.js';
import { type Wrong, readMessage } from './read-message.js';

export type DeadLetter = Row<typeof deadLetters>;

/** A message that is put aside, and why. */
export interface Parked extends Wrong {
  readonly message: Message;
  readonly stream: string;
}

/** Who does something about dead letters, and when. */
export interface By {
  readonly actor: string;
  readonly at: Instant;
}

/** What became of the letters of a stream. */
export interface Retried {
  readonly takenIn: number;
  /** Those that still wait. */
  readonly waiting: number;
  /** Why the first of them does. */
  readonly because?: string;
}

const NAMESPACE = namespace('a2d3c6b8-0f0e-5f0a-9d55-6c1f7f3f6a10');

/** Puts messages aside; one that is there already stays as it is. */
export async function park(transaction: Transaction<object>, parked: readonly Parked[]): Promise<void> {
  const parkedAt = new Date().toISOString();
  const letters = parked.map(({ message: { event, place, value }, stream, reason, detail }): DeadLetter => {
    // Only what is put aside is written down again.
    const text = JSON.stringify(value) ?? 'null';
    return {
      // Of the feed all have one place: what came tells them apart, and the same again is the same letter.
      deadLetterId: event?.id ?? namedId(NAMESPACE, `${place}\n${text}`),
      stream,
      type: event?.type ?? null,
      eventId: event?.id ?? null,
      streamRevision: event?.streamrevision ?? null,
      logPosition: event?.logposition ?? null,
      place,
      reason,
      detail,
      message: text,
      parkedAt,
      state: 'WAITING',
      closedAt: null,
      closedBy: null,
      closedBecause: null,
    };
  });
  await insertRows(transaction, deadLetters, letters);
}

/** Those of these streams in which something waits: whatever comes next waits behind it. */
export async function streamsThatWait(
  transaction: Transaction<object>,
  streams: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ stream: string }>`
    select distinct stream from dead_letters
    where stream = any(${[...new Set(streams)]}::text[]) and state = 'WAITING'`.execute(transaction);
  return new Set(rows.map(({ stream }) => stream));
}

/** Takes in what waits in a stream, in its order, until one cannot be taken in. */
export async function retryStream(database: Database, stream: string, by: By): Promise<Retried> {
  let takenIn = 0;
  for (;;) {
    const outcome = await retryFirst(database, stream, by);
    if (outcome === 'TAKEN_IN') {
      takenIn++;
      continue;
    }
    if (outcome === 'NOTHING_WAITS') return { takenIn, waiting: 0 };
    return { takenIn, waiting: await countWaiting(database, stream), because: outcome.detail };
  }
}

/** Gives a letter up for good, and takes in what waited behind it. */
export async function discard(
  database: Database,
  { deadLetterId, stream }: Pick<DeadLetter, 'deadLetterId' | 'stream'>,
  reason: string,
  by: By,
): Promise<Retried> {
  await inFacts(database, ({ transaction }) => close(transaction, deadLetterId, 'DISCARDED', by, reason));
  return retryStream(database, stream, by);
}

/** A letter by its id. */
export async function letterOf(
  database: Database,
  id: string,
): Promise<Pick<DeadLetter, 'deadLetterId' | 'stream' | 'state'> | undefined> {
  const { rows } = await sql<Pick<DeadLetter, 'deadLetterId' | 'stream' | 'state'>>`
    select dead_letter_id as "deadLetterId", stream, state from ${sql.id(SCHEMA, 'dead_letters')}
    where dead_letter_id = ${id}::uuid`.execute(database.kysely);
  return rows[0];
}

/** Those that wait, oldest first. */
export async function lettersThatWait(database: Database): Promise<readonly DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select dead_letter_id as "deadLetterId", stream, type, place, log_position::text as "logPosition", reason, detail,
           parked_at as "parkedAt", state
    from ${sql.id(SCHEMA, 'dead_letters')} where state = 'WAITING' order by parked_at, dead_letter_id`.execute(
    database.kysely,
  );
  return rows;
}

/** Every stream in which something waits. */
export async function waitingStreams(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ stream: string }>`
    select distinct stream from ${sql.id(SCHEMA, 'dead_letters')} where state = 'WAITING' order by stream`.execute(
    database.kysely,
  );
  return rows.map(({ stream }) => stream);
}

/** How many letters wait, in all streams or in one. */
export async function countWaiting(database: Database, stream?: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.id(SCHEMA, 'dead_letters')}
    where state = 'WAITING' and ${stream === undefined ? sql`true` : sql`stream = ${stream}`}`.execute(
    database.kysely,
  );
  return rows[0]?.count ?? 0;
}

/** Whoever changes facts is alone. */
const inFacts = <Result>(database: Database, work: (writing: Writing) => Promise<Result>) =>
  database.transaction(async (transaction, copy) => {
    await lockPlace(transaction, SCHEMA);
    await sql`set local synchronous_commit = on`.execute(transaction);
    return work({ transaction, copy });
  });

async function retryFirst(
  database: Database,
  stream: string,
  by: By,
): Promise<'TAKEN_IN' | 'NOTHING_WAITS' | Wrong> {
  try {
    return await inFacts(database, async (writing) => {
      const { transaction } = writing;
      const letter = await firstWaiting(transaction, stream);
      if (!letter) return 'NOTHING_WAITS';
      const told = readMessage(messageOf(JSON.parse(letter.message), letter.place));
      if (!('rows' in told)) {
        await note(transaction, letter.deadLetterId, told);
        return told;
      }
      await storeTold(writing, [told]);
      await close(transaction, letter.deadLetterId, 'TAKEN_IN', by);
      return 'TAKEN_IN';
    });
  } catch (error) {
    const why = faultOfData(error);
    if (why === undefined) throw error;
    return { reason: 'NOT_STORED', detail: notStoredBecause(why) };
  }
}

async function firstWaiting(
  transaction: Transaction<object>,
  stream: string,
): Promise<DeadLetter | undefined> {
  const [letter] = await rowsOf(
    transaction,
    deadLetters,
    sql`where stream = ${stream} and state = 'WAITING' order by stream_revision, parked_at, dead_letter_id limit 1`,
  );
  return letter;
}

/** Why the first one waits now: one that waited behind another has a reason of its own, or none. */
async function note(transaction: Transaction<object>, id: string, { reason, detail }: Wrong): Promise<void> {
  await sql`update dead_letters set reason = ${reason}, detail = ${detail} where dead_letter_id = ${id}::uuid`.execute(
    transaction,
  );
}

async function close(
  transaction: Transaction<object>,
  id: string,
  state: 'TAKEN_IN' | 'DISCARDED',
  { actor, at }: By,
  because: string | null = null,
): Promise<void> {
  await sql`
    update dead_letters
    set state = ${state}, closed_at = ${at}, closed_by = ${actor}, closed_because = ${because}
    where dead_letter_id = ${id}::uuid and state = 'WAITING'`.execute(transaction);
}
