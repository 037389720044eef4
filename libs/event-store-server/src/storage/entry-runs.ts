import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EntryRow } from './stream-index.js';

/** The entries from the one that holds a position on. */
const ENTRIES = `FROM (SELECT position, events FROM entry
  WHERE position >= coalesce((SELECT max(position) FROM entry WHERE position <= ?1), 0) ORDER BY position LIMIT ?2)`;

const MOST_ENTRIES = 1024;

/**
 * Reads entries of `$all` that follow one another as if they were one: positions have no gaps, so their frames are only put
 * behind each other, and SQLite does that faster than it hands over one small row after the other. For SQLite text is
 * whatever bytes it is told that are text.
 */
export class EntryRuns {
  private readonly size: StatementSync;
  private readonly frames: StatementSync;
  /** So many made about one run the last time. */
  private entries = 64;

  /** @param runBytes how large a run is, unless one entry alone is larger; it may be twice as much */
  constructor(
    database: DatabaseSync,
    private readonly runBytes: number,
  ) {
    this.size = database.prepare(`SELECT sum(length(events)) AS bytes ${ENTRIES}`);
    this.frames = database.prepare(
      `SELECT min(position) AS first, CAST(group_concat(CAST(events AS TEXT), '') AS BLOB) AS events ${ENTRIES}`,
    );
  }

  /** A run from the entry that holds a position on, of so many entries at most; the last entry for one past the end. */
  from(position: number, most: number): EntryRow[] {
    let entries = Math.min(this.entries, most);
    while (entries > 1 && this.bytesFrom(position, entries) > 2 * this.runBytes) {
      entries = Math.ceil(entries / 4);
      this.entries = entries;
    }
    const run = this.frames.get(position, entries)!;
    if (run['events'] === null) return [];
    const { length } = run['events'] as Uint8Array;
    if (entries === this.entries && length < this.runBytes / 2) {
      this.entries = Math.min(MOST_ENTRIES, entries * 2);
    }
    return [run];
  }

  private bytesFrom(position: number, entries: number): number {
    return Number(this.size.get(position, entries)!['bytes'] ?? 0);
  }
}
