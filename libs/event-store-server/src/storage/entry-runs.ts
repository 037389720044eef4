import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Entries in one piece: the number of the first event, that of the last entry's first event, and all frames. */
export interface EntryRun {
  readonly first: number;
  readonly lastFirst: number;
  readonly entries: number;
  readonly events: Uint8Array;
}

/** How large a run is about, or twice as much; a few entries may be larger. */
const RUN_BYTES = 128 * 1024;
const MOST_ENTRIES = 1024;
/** So few are read without asking first how large they are. */
const FEW_ENTRIES = 16;

/**
 * Reads entries that follow one another as if they were one: where numbers have no gaps, their frames are only put behind
 * each other, and SQLite does that faster than it hands over one small row after the other. For SQLite text is whatever
 * bytes it is told that are text.
 */
export class EntryRuns<Place extends readonly (number | string)[]> {
  private readonly size: StatementSync;
  private readonly run: StatementSync;
  /** So many made about one run the last time. */
  private usual = FEW_ENTRIES;

  /** @param entries selects `number` and `events` of entries in order, at most `?1`; `?2` and so on say from where */
  constructor(
    database: DatabaseSync,
    entries: string,
    private readonly runBytes = RUN_BYTES,
  ) {
    this.size = database.prepare(`SELECT sum(length(events)) AS bytes FROM (${entries})`);
    this.run = database.prepare(
      `SELECT min(number) AS first, max(number) AS lastFirst, count(*) AS entries,
         CAST(group_concat(CAST(events AS TEXT), '') AS BLOB) AS events FROM (${entries})`,
    );
  }

  /** The entries at a place, so many at most. */
  at(most: number, ...place: Place): EntryRun | undefined {
    let entries = Math.min(this.usual, most);
    while (entries > FEW_ENTRIES && this.bytesOf(entries, place) > 2 * this.runBytes) {
      entries = Math.ceil(entries / 4);
      this.usual = entries;
    }
    const run = this.run.get(entries, ...place) as unknown as EntryRun;
    if (run.entries === 0) return undefined;
    if (run.events.length > 2 * this.runBytes) this.usual = Math.ceil(entries / 4);
    else if (run.entries === this.usual && run.events.length < this.runBytes / 2) {
      this.usual = Math.min(MOST_ENTRIES, 2 * entries);
    }
    return run;
  }

  private bytesOf(entries: number, place: Place): number {
    return Number(this.size.get(entries, ...place)!['bytes'] ?? 0);
  }
}
