import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Report } from '../monitoring/report.js';
import type { FilterSpec } from '../streams/event-filter.js';
import { ALL, groupId, type GroupKey } from './group-key.js';
import type { GroupSettings } from './group-settings.js';

/** A group as it is kept: what it was told, and how far it has got. */
export interface StoredGroup extends GroupKey {
  readonly settings: GroupSettings;
  readonly filter: FilterSpec | undefined;
  /** The first revision or position that it delivers when it has no checkpoint yet. */
  readonly begin: number;
  /** Everything up to this revision or position is done with; undefined before the first checkpoint. */
  readonly checkpoint: number | undefined;
}

/** Checkpoints of all groups that fall due within this time share one transaction, and so one write to the disk. */
const GATHER_MS = 20;

/** After this time a checkpoint that the disk refused is tried again. */
const TRY_AGAIN_MS = 5_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS persistent_subscription (
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    checkpoint INTEGER,
    PRIMARY KEY (source, name)
  ) STRICT, WITHOUT ROWID;
`;

interface Checkpoint {
  readonly key: GroupKey;
  readonly place: number;
  readonly onStored: () => void;
}

/**
 * Keeps persistent subscriptions in the database of the log, so that their state survives a restart and is part of
 * every backup.
 */
export class GroupStore {
  private readonly upsert: StatementSync;
  private readonly update: StatementSync;
  private readonly delete: StatementSync;
  private readonly select: StatementSync;
  private due = new Map<string, Checkpoint>();
  private timer: NodeJS.Timeout | undefined;
  private retryTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DatabaseSync,
    private readonly report: Report,
  ) {
    database.exec(SCHEMA);
    this.upsert = database.prepare(
      'INSERT OR REPLACE INTO persistent_subscription (source, name, definition, checkpoint) VALUES (?, ?, ?, ?)',
    );
    this.update = database.prepare(
      'UPDATE persistent_subscription SET checkpoint = ? WHERE source = ? AND name = ?',
    );
    this.delete = database.prepare('DELETE FROM persistent_subscription WHERE source = ? AND name = ?');
    this.select = database.prepare(
      'SELECT source, name, definition, checkpoint FROM persistent_subscription ORDER BY source, name',
    );
  }

  /** All groups. */
  load(): StoredGroup[] {
    return this.select.all().map((row) => ({
      ...(JSON.parse(String(row['definition'])) as Pick<StoredGroup, 'settings' | 'filter' | 'begin'>),
      stream: row['source'] === ALL ? undefined : String(row['source']),
      group: String(row['name']),
      checkpoint: row['checkpoint'] === null ? undefined : Number(row['checkpoint']),
    }));
  }

  /** Stores a new group, or new settings of a present one. */
  save({ stream, group, settings, filter, begin, checkpoint }: StoredGroup): void {
    this.due.delete(groupId({ stream, group }));
    this.upsert.run(stream ?? ALL, group, JSON.stringify({ settings, filter, begin }), checkpoint ?? null);
  }

  /** Stores soon how far a group has got; `onStored` is called when that is on disk. */
  saveCheckpoint(key: GroupKey, place: number, onStored: () => void): void {
    this.due.set(groupId(key), { key, place, onStored });
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /**
   * Stores what is due now. When the disk refuses, it stays due and is tried again: some messages will come twice if
   * the server stops before.
   */
  flush(): void {
    clearTimeout(this.timer);
    clearTimeout(this.retryTimer);
    this.timer = undefined;
    if (this.due.size === 0 || !this.database.isOpen) return;
    try {
      this.storeDue();
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      this.report('checkpoints of persistent subscriptions could not be stored', error);
      this.retryTimer = setTimeout(() => this.flush(), TRY_AGAIN_MS).unref();
      return;
    }
    const stored = this.due;
    this.due = new Map();
    for (const { onStored } of stored.values()) onStored();
  }

  /** Forgets a group. */
  remove({ stream, group }: GroupKey): void {
    this.due.delete(groupId({ stream, group }));
    this.delete.run(stream ?? ALL, group);
  }

  private storeDue(): void {
    this.database.exec('BEGIN IMMEDIATE');
    for (const { key, place } of this.due.values()) this.update.run(place, key.stream ?? ALL, key.group);
    this.database.exec('COMMIT');
  }
}
