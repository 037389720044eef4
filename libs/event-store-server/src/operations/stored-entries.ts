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
  for (const indexed of indexedAfter(database, after, findings)) {
    const entry = readOne(one, indexed, findings);
    if (entry !== undefined) yield entry;
  }
}

interface Indexed {
  readonly position: number;
  readonly name: unknown;
  readonly revision: number;
}

function indexedAfter(database: DatabaseSync, after: number, findings: Findings): Indexed[] {
  const indexed: Indexed[] = [];
  const rows = database.prepare(
    `SELECT entry.rowid AS position, name, revision FROM entry INDEXED BY entry_by_stream
     LEFT JOIN stream ON stream.id = entry.stream`,
  );
  try {
    for (const { position, name, revision } of rows.iterate()) {
      if (Number(position) > after) {
        indexed.push({ position: Number(position), name, revision: Number(revision) });
      }
    }
  } catch (error) {
    findings.add({ kind: 'unreadable', message: `the index of streams cannot be read: ${reasonOf(error)}` });
  }
  return indexed.sort((a, b) => a.position - b.position);
}

function readOne(
  one: StatementSync,
  { position, name, revision }: Indexed,
  findings: Findings,
): StoredEntry | undefined {
  try {
    const row = one.get(position);
    if (row !== undefined) return entryOf(row);
    findings.add({
      kind: 'gap',
      position,
      message: `the index names position ${position}, the table has none`,
    });
  } catch (error) {
    const stream = String(name);
    findings.add({
      kind: 'unreadable',
      position,
      stream,
      revision,
      message: `the event at position ${position} (revision ${revision} of ${stream}) cannot be read: ${reasonOf(error)}`,
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
