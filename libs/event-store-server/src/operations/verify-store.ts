import type { DatabaseSync } from 'node:sqlite';
import { openForReading } from '../storage/database.js';
import { isFrameSound, messageAt, nextFrame } from '../storage/frame.js';
import { LARGEST } from '../wire/proto-size.js';
import { eventHeaderOf } from '../wire/recorded-event.js';

/** What a verification found. The store is sound when there are no problems. */
export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly lastPosition: number;
  readonly problems: readonly string[];
}

interface Entry {
  readonly position: number;
  readonly revision: number;
  readonly count: number;
  readonly name: string | undefined;
  readonly frames: Buffer;
}

/** More problems than this are not listed: the store is broken, and the list would not help. */
const MOST_PROBLEMS = 100;

/**
 * Reads a whole store and checks every event: that positions follow each other without a gap, that revisions do so in
 * every stream, that each event is what was once stored (CRC-32), and that it says itself where it stands. Runs beside
 * a running server; it sees the store as it is at the start.
 *
 * @throws Error when the file cannot be opened as a store
 */
export function verifyStore(file: string): Verification {
  const database = openForReading(file);
  try {
    database.exec('BEGIN');
    const problems: string[] = [];
    checkPages(database, problems);
    const { events, lastPosition } = checkEntries(database, problems);
    checkStreams(database, problems);
    const streams = Number(database.prepare('SELECT count(*) AS n FROM stream').get()!['n']);
    return { events, streams, lastPosition, problems };
  } finally {
    database.close();
  }
}

function checkPages(database: DatabaseSync, problems: string[]): void {
  for (const row of database.prepare('PRAGMA quick_check').iterate()) {
    const [finding] = Object.values(row);
    if (finding !== 'ok') note(problems, `database: ${String(finding)}`);
  }
}

function checkEntries(database: DatabaseSync, problems: string[]): { events: number; lastPosition: number } {
  const entries = database.prepare(
    `SELECT position, revision, count, name, events FROM entry LEFT JOIN stream ON stream.id = entry.stream
     ORDER BY position`,
  );
  let events = 0;
  let expected = 1;
  for (const row of entries.iterate()) {
    const entry = entryOf(row);
    if (entry.position !== expected) {
      note(problems, `positions ${expected} to ${entry.position - 1} are missing`);
    }
    events += checkEntry(entry, problems);
    expected = entry.position + entry.count;
  }
  return { events, lastPosition: expected - 1 };
}

function entryOf(row: Record<string, unknown>): Entry {
  const bytes = row['events'] as Uint8Array;
  return {
    position: Number(row['position']),
    revision: Number(row['revision']),
    count: Number(row['count']),
    name: typeof row['name'] === 'string' ? row['name'] : undefined,
    frames: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

/** Checks the events of an entry and returns how many there are. */
function checkEntry({ position, revision, count, name, frames }: Entry, problems: string[]): number {
  let found = 0;
  for (let offset = 0; offset < frames.length; offset = nextFrame(frames, offset)) {
    const at = position + found;
    if (!isFrameSound(frames, offset)) {
      note(problems, `the event at position ${at} is not what was stored`);
      return found;
    }
    const header = eventHeaderOf(messageAt(frames, offset));
    if (header.position !== at || header.revision !== revision + found || header.stream !== name) {
      note(problems, `the event at position ${at} says that it stands elsewhere`);
    }
    found++;
  }
  if (found !== count)
    note(problems, `the entry at position ${position} holds ${found} events instead of ${count}`);
  return found;
}

/** Revisions of a stream follow each other; only a tombstone stands apart, at the largest number. */
function checkStreams(database: DatabaseSync, problems: string[]): void {
  const gaps = database.prepare(
    `SELECT name, revision, expected FROM (
       SELECT stream, revision,
              coalesce(lag(revision + count) OVER (PARTITION BY stream ORDER BY revision), 0) AS expected
       FROM entry
     ) JOIN stream ON stream.id = stream WHERE revision <> expected AND revision <> ?`,
  );
  for (const { name, revision, expected } of gaps.iterate(LARGEST)) {
    note(
      problems,
      `stream ${String(name)}: revision ${String(revision)} follows where ${String(expected)} is due`,
    );
  }
}

function note(problems: string[], problem: string): void {
  if (problems.length < MOST_PROBLEMS) problems.push(problem);
}
