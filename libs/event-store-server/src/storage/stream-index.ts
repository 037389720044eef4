import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LARGEST } from '../wire/proto-size.js';
import { type EntryRun, EntryRuns } from './entry-runs.js';

/** A row of the log as readers of a stream see it: `first` is the revision of its first event. */
export type EntryRow = Record<string, unknown>;

/** Where the newest entries of one stream stand, in order. */
interface Tail {
  readonly revisions: number[];
  readonly positions: number[];
}

/**
 * So many entries are kept in memory before they are written to the index. Every stream that grows ends on a page of its
 * own there: many writers who each append one event would rewrite as many pages as there are writers, for every commit.
 */
const LONGEST_TAIL = 4096;

/** So many entries of a tail are looked for at a time. */
const MOST_OF_TAIL = 256;

/** From the one that holds the revision on. */
const INDEXED_ENTRIES = `SELECT stream_entry.revision AS number, entry.events
  FROM stream_entry JOIN entry ON entry.position = stream_entry.position
  WHERE stream_entry.stream = ?2 AND stream_entry.revision >= coalesce(
    (SELECT max(revision) FROM stream_entry WHERE stream = ?2 AND revision <= ?3), 0)
  ORDER BY stream_entry.revision LIMIT ?1`;

/** Those at the positions of a list in JSON. */
const ENTRIES_OF_TAIL = `SELECT entry.revision AS number, entry.events
  FROM json_each(?2) AS place JOIN entry ON entry.position = place.value ORDER BY place.key LIMIT ?1`;

const ROWS = `SELECT entry.revision AS first, entry.count, entry.events
              FROM stream_entry JOIN entry ON entry.position = stream_entry.position WHERE stream_entry.stream = ?1`;

/**
 * Finds the entries of a stream. The table `stream_entry` names them up to a position (`indexed_up_to`); those behind
 * it, the tail, are kept in memory, and are found again by reading the end of the log when the store is opened.
 */
export class StreamIndex {
  private readonly tails = new Map<number, Tail>();
  private tailLength = 0;
  private readonly insert: StatementSync;
  private readonly mark: StatementSync;
  private readonly marked: StatementSync;
  private readonly behind: StatementSync;
  private readonly one: StatementSync;
  private readonly indexed: EntryRuns<[stream: number, from: number]>;
  private readonly inTail: EntryRuns<[positions: string]>;
  private readonly indexedBackwards: StatementSync;

  constructor(private readonly database: DatabaseSync) {
    this.insert = database.prepare('INSERT INTO stream_entry (stream, revision, position) VALUES (?, ?, ?)');
    this.mark = database.prepare('UPDATE indexed_up_to SET position = ?');
    this.marked = database.prepare('SELECT position FROM indexed_up_to');
    this.behind = database.prepare(
      'SELECT position, stream, revision FROM entry WHERE position > ? ORDER BY position LIMIT ?',
    );
    this.one = database.prepare('SELECT revision AS first, count, events FROM entry WHERE position = ?');
    this.indexed = new EntryRuns(database, INDEXED_ENTRIES);
    this.inTail = new EntryRuns(database, ENTRIES_OF_TAIL);
    this.indexedBackwards = database.prepare(
      `${ROWS} AND stream_entry.revision <= ?2 ORDER BY stream_entry.revision DESC`,
    );
    this.load();
  }

  /** Names an entry that was just stored. Entries come in the order of the log. */
  add(stream: number, revision: number, position: number): void {
    const tail = this.tails.get(stream);
    if (tail === undefined) this.tails.set(stream, { revisions: [revision], positions: [position] });
    else {
      tail.revisions.push(revision);
      tail.positions.push(position);
    }
    this.tailLength++;
  }

  /** True when the tail should be written to the index. */
  get isLong(): boolean {
    return this.tailLength >= LONGEST_TAIL;
  }

  /** Writes the tail to the index, stream by stream, so that each page is written once. Within a transaction. */
  writeTail(): void {
    let last = 0;
    for (const stream of [...this.tails.keys()].sort((a, b) => a - b)) {
      const { revisions, positions } = this.tails.get(stream)!;
      for (const [n, revision] of revisions.entries()) this.insert.run(stream, revision, positions[n]!);
      last = Math.max(last, positions.at(-1)!);
    }
    if (last > 0) this.mark.run(last);
    this.forgetTail();
  }

  /**
   * Writes the tail to the index in a transaction of its own.
   *
   * @throws Error when the disk refuses; the next start takes the tail from the log
   */
  complete(): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      this.writeTail();
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Takes the tail from the log again: at the start, and when a transaction failed. */
  load(): void {
    this.forgetTail();
    let position = Number(this.marked.get()!['position']);
    for (let found = true; found;) {
      const rows = this.behind.all(position, LONGEST_TAIL);
      for (const row of rows) {
        position = Number(row['position']);
        this.add(Number(row['stream']), Number(row['revision']), position);
      }
      found = this.isLong;
      if (found) this.complete();
    }
  }

  /** Entries of a stream from the one that holds this revision on, as many as are read at a time. */
  forwards(stream: number, from: number, most: number): EntryRun[] {
    const tail = this.tails.get(stream);
    if (tail === undefined || from < tail.revisions[0]!) {
      const indexed = withTombstone((entries) => this.indexed.at(entries, stream, from), most);
      return tail?.revisions[0] === LARGEST ? this.thenTombstone(stream, indexed, tail) : indexed;
    }
    const start = Math.max(0, placeOf(tail, from));
    const places = tail.positions.slice(start, start + Math.min(most, MOST_OF_TAIL));
    if (places.length === 1) return [this.alone(places[0]!)];
    const list = JSON.stringify(places);
    return withTombstone((entries) => this.inTail.at(entries, list), places.length);
  }

  /** The entry at a position, in the least time: most streams have few. */
  private alone(position: number): EntryRun {
    const { first, events } = this.one.get(position) as unknown as { first: number; events: Uint8Array };
    return { first, lastFirst: first, entries: 1, events };
  }

  /** A tombstone that is not indexed yet follows the last indexed entry, though its number does not. */
  private thenTombstone(stream: number, indexed: EntryRun[], { positions }: Tail): EntryRun[] {
    const last = this.indexedBackwards.get(stream, LARGEST);
    const isEnd = last === undefined || indexed.at(-1)?.lastFirst === Number(last['first']);
    const tombstone = isEnd ? this.inTail.at(1, JSON.stringify(positions)) : undefined;
    return tombstone === undefined ? indexed : [...indexed, tombstone];
  }

  /** Entries of a stream from the one that holds this revision back. */
  *backwards(stream: number, from: number): Generator<EntryRow> {
    const tail = this.tails.get(stream);
    if (tail !== undefined) {
      for (let n = placeOf(tail, from); n >= 0; n--) yield this.one.get(tail.positions[n]!)!;
    }
    yield* this.indexedBackwards.iterate(stream, from);
  }

  /** The newest entry of a stream. */
  newest(stream: number): EntryRow | undefined {
    for (const row of this.backwards(stream, LARGEST)) return row;
    return undefined;
  }

  private forgetTail(): void {
    this.tails.clear();
    this.tailLength = 0;
  }
}

/** A tombstone stands behind a gap in the revisions, and so in a run of its own. */
function withTombstone(read: (entries: number) => EntryRun | undefined, most: number): EntryRun[] {
  const run = read(most);
  if (run === undefined) return [];
  if (run.lastFirst !== LARGEST || run.entries === 1) return [run];
  const before = read(run.entries - 1)!;
  const events = run.events.subarray(before.events.length);
  return [before, { first: LARGEST, lastFirst: LARGEST, entries: 1, events }];
}

/** Which entry of a tail holds a revision: the last that begins at or before it, -1 when all begin behind it. */
function placeOf({ revisions }: Tail, revision: number): number {
  let [low, high] = [0, revisions.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (revisions[middle]! <= revision) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
