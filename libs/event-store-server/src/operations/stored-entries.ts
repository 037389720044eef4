import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Findings } from './verification.js';

/** A row of the log: events that one append put next to each other. */
export interface StoredEntry {
  readonly position: number;
  /** Row id of its stream. */
  readonly stream: number;
  readonly revision: number;
  readonly count: number;
  readonly frames: Buffer;
}

type Row = Record<string, unknown>;

const COLUMNS = 'position, stream, revision, count, events';

/**
 * All entries by position. Where a part of the file cannot be read, the entries behind it are found through the index
 * and read one by one, so that a broken page costs no more than the entries on it.
 */
export function* storedEntries(database: DatabaseSync, findings: Findings): Generator<StoredEntry> {
  let last = 0;
  try {
    for (const row of database.prepare(`SELECT ${COLUMNS} FROM entry ORDER BY position`).iterate()) {
      const entry = entryOf(row);
      yield entry;
      last = entry.position;
    }
  } catch (error) {
    findings.add({
      kind: 'unreadable',
      position: last + 1,
      message: `what follows position ${last} cannot be read in one go: ${reasonOf(error)}`,
    });
    yield* entriesByIndex(database, last, findings);
  }
}

function* entriesByIndex(database: DatabaseSync, after: number, findings: Findings): Generator<StoredEntry> {
  const one = database.prepare(`SELECT ${COLUMNS} FROM entry WHERE position = ?`);
  for (const place of placesAfter(database, after, findings)) {
    const entry = readOne(one, place, findings);
    if (entry !== undefined) yield entry;
  }
}

/** Where an entry stands or may stand: the newest ones are not in the index yet, so that their stream is not known. */
interface Place {
  readonly position: number;
  readonly of?: { readonly stream: string; readonly revision: number };
}

function* placesAfter(database: DatabaseSync, after: number, findings: Findings): Generator<Place> {
  const places: Place[] = [];
  let [indexedUpTo, last] = [after, after];
  try {
    const rows = database.prepare(
      `SELECT position, name, revision FROM stream_entry LEFT JOIN stream ON stream.id = stream_entry.stream`,
    );
    for (const { position, name, revision } of rows.iterate()) {
      if (Number(position) <= after) continue;
      places.push({ position: Number(position), of: { stream: String(name), revision: Number(revision) } });
    }
    const ends = database.prepare(
      'SELECT (SELECT position FROM indexed_up_to) AS indexed, (SELECT max(position) FROM entry) AS last',
    );
    const { indexed, last: end } = ends.get()!;
    indexedUpTo = Math.max(after, Number(indexed));
    last = Number(end);
  } catch (error) {
    findings.add({ kind: 'unreadable', message: `the index of streams cannot be read: ${reasonOf(error)}` });
  }
  yield* places.sort((a, b) => a.position - b.position);
  for (let position = indexedUpTo + 1; position <= last; position++) yield { position };
}

function readOne(one: StatementSync, { position, of }: Place, findings: Findings): StoredEntry | undefined {
  try {
    const row = one.get(position);
    if (row !== undefined) return entryOf(row);
    if (of === undefined) return undefined;
    findings.add({
      kind: 'gap',
      position,
      message: `the index names position ${position}, the table has none`,
    });
  } catch (error) {
    const which = of === undefined ? '' : ` (revision ${of.revision} of ${of.stream})`;
    findings.add({
      kind: 'unreadable',
      position,
      ...of,
      message: `the event at position ${position}${which} cannot be read: ${reasonOf(error)}`,
    });
  }
  return undefined;
}

function entryOf(row: Row): StoredEntry {
  const bytes = row['events'] as Uint8Array;
  return {
    position: Number(row['position']),
    stream: Number(row['stream']),
    revision: Number(row['revision']),
    count: Number(row['count']),
    frames: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
