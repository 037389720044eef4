import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { eventHeaderOf } from '../wire/recorded-event.js';
import { type EntryRun, EntryRuns } from './entry-runs.js';
import { FRAME_HEADER, messageAt, nextFrame } from './frame.js';
import { LruMap } from './lru-map.js';
import { RecentStreams } from './recent-streams.js';
import type { EntryRow, StreamIndex } from './stream-index.js';

/** A stored event: its number and the encoded `ReadResp`. The number is a position in `$all`, a revision in a stream. */
export interface StoredEvent {
  readonly number: number;
  readonly message: Buffer;
}

/** How much one call fetches; the caller comes back for more, so that no read holds up the others for long. */
const CHUNK_BYTES = 128 * 1024;

/** Chunks of `$all` that are kept, so that subscribers who stand at the same place share one read. */
const SHARED_CHUNKS = 16;

/** Stands for a chunk that nobody else has asked for yet. */
const ASKED_FOR_ONCE: readonly StoredEvent[] = [];

/** From the one that holds the position on. */
const ALL_ENTRIES = `SELECT position AS number, events FROM entry
  WHERE position >= coalesce((SELECT max(position) FROM entry WHERE position <= ?2), 0) ORDER BY position LIMIT ?1`;

const ALL_COLUMNS = 'position AS first, count, events';

/** Reads events from the database in chunks. All numbers are inclusive, and a chunk is empty only past the end. */
export class LogReader {
  private readonly shared = new LruMap<number, readonly StoredEvent[]>(SHARED_CHUNKS);
  private readonly recent = new RecentStreams();
  private readonly runs: EntryRuns<[from: number]>;
  private readonly allBackwards: StatementSync;
  private readonly lastEntry: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly index: StreamIndex,
  ) {
    this.runs = new EntryRuns(database, ALL_ENTRIES);
    this.allBackwards = database.prepare(
      `SELECT ${ALL_COLUMNS} FROM entry WHERE position <= ? ORDER BY position DESC`,
    );
    this.lastEntry = database.prepare('SELECT position, count FROM entry ORDER BY position DESC LIMIT 1');
  }

  /** Position of the newest event, 0 when the log is empty. */
  head(): number {
    const row = this.lastEntry.get();
    return row === undefined ? 0 : Number(row['position']) + Number(row['count']) - 1;
  }

  /** Events of `$all`. */
  all(from: number, backwards: boolean, limit: number): readonly StoredEvent[] {
    return backwards
      ? collectBackwards(this.allBackwards.iterate(from), from, limit)
      : collectForwards([this.runs.at(limit, from)], from, limit);
  }

  /**
   * The events of `$all` that follow a position, for subscribers: many of them ask for the same ones. What stands in
   * the log never changes, so a chunk that was read once stays true; it may only end before the newest event. What one
   * subscriber alone asks for is not kept: so much memory held for a moment keeps the garbage collector busier than all
   * else that is done to send it.
   */
  allAfter(position: number): readonly StoredEvent[] {
    const known = this.shared.get(position);
    if (known !== undefined && known !== ASKED_FOR_ONCE) return known;
    const events = this.all(position + 1, false, Infinity);
    if (events.length > 0) this.shared.set(position, known === undefined ? ASKED_FOR_ONCE : events);
    return events;
  }

  /** Events of one stream. */
  stream(id: number, from: number, backwards: boolean, limit: number): readonly StoredEvent[] {
    if (backwards) return collectBackwards(this.index.backwards(id, from), from, limit);
    const known = this.recent.from(id, from, limit);
    if (known.length > 0) return known;
    const events = collectForwards(this.index.forwards(id, from, limit), from, limit);
    this.recent.keep(id, events);
    return events;
  }

  /** Forgets what it has kept in memory: a transaction in which some of that was read has failed. */
  forget(): void {
    this.shared.clear();
    this.recent.clear();
  }

  /** The event with this revision, if there is one. */
  eventAt(stream: number, revision: number): Buffer | undefined {
    const [event] = this.stream(stream, revision, false, 1);
    return event?.number === revision ? event.message : undefined;
  }

  /** Id of the event with this revision, if there is one. */
  idAt(stream: number, revision: number): string | undefined {
    const message = this.eventAt(stream, revision);
    return message === undefined ? undefined : eventHeaderOf(message).id;
  }
}

function collectForwards(
  runs: readonly (EntryRun | undefined)[],
  from: number,
  limit: number,
): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const run of runs) {
    if (run === undefined) break;
    const frames = asBuffer(run.events);
    let number = run.first;
    for (let offset = 0; offset < frames.length && events.length < limit; number++) {
      const next = nextFrame(frames, offset);
      if (number >= from) events.push({ number, message: frames.subarray(offset + FRAME_HEADER, next) });
      offset = next;
    }
  }
  return events;
}

function collectBackwards(rows: Iterable<EntryRow>, from: number, limit: number): StoredEvent[] {
  const events: StoredEvent[] = [];
  let bytes = 0;
  for (const row of rows) {
    const frames = asBuffer(row['events']);
    const entry: StoredEvent[] = [];
    let number = Number(row['first']);
    for (let offset = 0; offset < frames.length && number <= from; number++) {
      entry.push({ number, message: messageAt(frames, offset) });
      offset = nextFrame(frames, offset);
    }
    for (const event of entry.toReversed()) if (events.length < limit) events.push(event);
    bytes += frames.length;
    if (events.length >= limit || bytes >= CHUNK_BYTES) break;
  }
  return events;
}

function asBuffer(value: unknown): Buffer {
  const bytes = value as Uint8Array;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
