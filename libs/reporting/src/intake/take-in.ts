import { FollowerFenced, lockPlace, movePlace, noteNewest } from '#followers';
import type { Instant } from '#kernel';
import { type Database, type Transaction, sql } from '#postgres';
import type { CloudEvent } from '#publishing';
import { SCHEMA } from '../facts/fact-tables.js';
import type { Told } from '../facts/reader.js';
import { storeTold } from '../facts/store-facts.js';
import { type Parked, park, streamsThatWait } from './dead-letters.js';
import { faultOfData, notStoredBecause } from './fault-of-data.js';
import { type Message, streamOf } from './message.js';
import { readMessage } from './read-message.js';

/** Between which places of the log messages stand, where a source knows that. */
export interface Between {
  /** @throws FollowerFenced when what was taken in ends elsewhere */
  readonly after: bigint | null;
  readonly to: bigint;
}

/** What became of messages. */
export interface TakenIn {
  /** Those that had their effect now. */
  readonly counted: number;
  /** Those that had had it before. */
  readonly repeated: number;
  /** Those that were put aside. */
  readonly parked: number;
}

const NOTHING: TakenIn = { counted: 0, repeated: 0, parked: 0 };

/**
 * Takes messages in, in their order: what they say, that they were seen and the place are stored together, or not at all. What cannot be
 * read or stored is put aside with its reason, and so is whatever comes behind it in the same stream; other streams go on.
 * @param between of the feed, which tells everything between two places of the log. Kafka, whose partitions are not read at the same pace,
 * knows no such place and moves none; what it brought is on disk before this returns, for it is told then that it may forget it.
 * @throws FollowerFenced when another instance took them in meanwhile
 */
export async function takeIn(
  database: Database,
  messages: readonly Message[],
  between?: Between,
): Promise<TakenIn> {
  try {
    return await inOneTransaction(database, messages, between);
  } catch (error) {
    if (faultOfData(error) === undefined) throw error;
    return oneByOne(database, messages, between);
  }
}

async function oneByOne(
  database: Database,
  messages: readonly Message[],
  between: Between | undefined,
): Promise<TakenIn> {
  let all = NOTHING;
  for (const [index, message] of messages.entries()) {
    const isLast = index === messages.length - 1;
    const place = between && (isLast ? between : { ...between, to: undefined });
    const one = await inOneTransaction(database, [message], place).catch((error: unknown) => {
      const fault = faultOfData(error);
      if (fault === undefined) throw error;
      return inOneTransaction(database, [message], place, fault);
    });
    all = added(all, one);
  }
  return all;
}

const added = (one: TakenIn, other: TakenIn): TakenIn => ({
  counted: one.counted + other.counted,
  repeated: one.repeated + other.repeated,
  parked: one.parked + other.parked,
});

interface Stretch {
  readonly after: bigint | null;
  /** Absent while more of it is to come. */
  readonly to: bigint | undefined;
}

/** @param notStored why what the only message says cannot be stored: it is put aside unread */
function inOneTransaction(
  database: Database,
  messages: readonly Message[],
  stretch: Stretch | undefined,
  notStored?: string,
): Promise<TakenIn> {
  return database.transaction(async (transaction, copy) => {
    const stands = await lockPlace(transaction, SCHEMA);
    if (stretch && stretch.after !== stands) throw new FollowerFenced(SCHEMA, stretch.after, stands);
    if (!stretch) await sql`set local synchronous_commit = on`.execute(transaction);
    const fresh = await notSeenYet(transaction, messages, { stands, isPassed: stretch?.to !== undefined });
    const sorted = sortOut(fresh, await streamsThatWait(transaction, fresh.map(streamOf)), notStored);
    await park(transaction, sorted.parked);
    await storeTold({ transaction, copy }, sorted.told);
    await note(transaction, messages, stretch, stands);
    return {
      counted: sorted.told.length,
      repeated: messages.length - fresh.length,
      parked: sorted.parked.length,
    };
  });
}

/** How far that is: the place behind which nothing is missing, which only the feed tells, and when the newest event was recorded. */
async function note(
  transaction: Transaction<object>,
  messages: readonly Message[],
  stretch: Stretch | undefined,
  stands: bigint | null,
): Promise<void> {
  const times = messages.flatMap(({ event }) => (event ? [event.time as Instant] : []));
  const recordedAt = times.sort().at(-1);
  const position = stretch?.to;
  if (position !== undefined && (stands === null || position > stands))
    await movePlace(transaction, SCHEMA, { position });
  // Of the feed too: Kafka may have brought newer ones before.
  if (recordedAt !== undefined) await noteNewest(transaction, SCHEMA, recordedAt);
}

/**
 * Those that were not seen before. Whatever stands up to the place was; what Kafka brings from behind it is remembered one by one.
 * @param isPassed the place moves behind all of them, which remembers them
 */
async function notSeenYet(
  transaction: Transaction<object>,
  messages: readonly Message[],
  { stands, isPassed }: { readonly stands: bigint | null; readonly isPassed: boolean },
): Promise<readonly Message[]> {
  const events = messages.flatMap(({ event }) => (event && isBehind(event, stands) ? [event] : []));
  if (events.length === 0) return messages.filter(({ event }) => !event);
  const fresh = await (isPassed ? notRemembered : rememberedNow)(transaction, events);
  // Each once: a page may hold an event twice.
  return messages.filter(({ event }) => !event || fresh.delete(nameOf(event)));
}

const isBehind = ({ logposition }: CloudEvent, place: bigint | null): boolean =>
  place === null || BigInt(logposition) > place;

type EventName = Pick<CloudEvent, 'source' | 'id'>;

const nameOf = ({ source, id }: EventName): string => `${source} ${id}`;

async function rememberedNow(
  transaction: Transaction<object>,
  events: readonly EventName[],
): Promise<Set<string>> {
  const { rows } = await sql<EventName>`
    insert into inbox (source, id) select source, id from ${named(events)}
    on conflict do nothing returning source, id`.execute(transaction);
  return new Set(rows.map(nameOf));
}

/** Who has never had Kafka remembers none. */
async function notRemembered(
  transaction: Transaction<object>,
  events: readonly EventName[],
): Promise<Set<string>> {
  const fresh = new Set(events.map(nameOf));
  const { rows: some } = await sql`select from inbox limit 1`.execute(transaction);
  if (some.length === 0) return fresh;
  const { rows } = await sql<EventName>`
    select source, id from ${named(events)} join inbox using (source, id)`.execute(transaction);
  for (const seen of rows) fresh.delete(nameOf(seen));
  return fresh;
}

const named = (events: readonly EventName[]) =>
  sql`unnest(${events.map(({ source }) => source)}::text[], ${events.map(({ id }) => id)}::uuid[]) as named (source, id)`;

interface SortedOut {
  readonly told: readonly Told[];
  readonly parked: readonly Parked[];
}

/** Reads them in their order; behind one that is put aside nothing of its stream is read. */
function sortOut(
  messages: readonly Message[],
  waiting: ReadonlySet<string>,
  notStored: string | undefined,
): SortedOut {
  const waits = new Set(waiting);
  const told: Told[] = [];
  const parked: Parked[] = [];
  for (const message of messages) {
    const stream = streamOf(message);
    const outcome = waits.has(stream)
      ? ({ reason: 'BEHIND_ANOTHER', detail: 'One of its stream before it waits' } as const)
      : notStored !== undefined
        ? ({ reason: 'NOT_STORED', detail: notStoredBecause(notStored) } as const)
        : readMessage(message);
    if ('rows' in outcome) {
      told.push(outcome);
    } else {
      parked.push({ message, stream, ...outcome });
      waits.add(stream);
    }
  }
  return { told, parked };
}
