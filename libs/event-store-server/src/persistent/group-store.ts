import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Report } from '../monitoring/health.js';
import type { FilterSpec } from '../streams/event-filter.js';
import { ALL, groupId, type GroupKey, type GroupSettings } from './group-definition.js';

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

/** How far one group has got: what was given to the store, and what of it is on disk. */
export class GroupProgress {
  private readonly policy: CheckpointPolicy;
  private given: number | undefined;
  private onDisk: number | undefined;

  /** @param onDue called with each checkpoint that the settings asked for, when it is on disk */
  constructor(
    private readonly store: GroupStore,
    private readonly group: StoredGroup,
    private readonly onDue: (place: number) => void,
  ) {
    const { checkpoint, begin, settings } = group;
    this.given = checkpoint;
    this.onDisk = checkpoint;
    this.policy = new CheckpointPolicy(settings, checkpoint ?? begin - 1, Date.now());
  }

  /** The checkpoint that a crash would leave behind; undefined before the first one. */
  get saved(): number | undefined {
    return this.onDisk;
  }

  /** Everything up to here is done with, whether or not that is on disk; undefined before the first message. */
  reached(settledTo: number): number | undefined {
    return this.policy.hasNews(settledTo) ? settledTo : this.given;
  }

  /** Stores it when the settings ask for that now, and says when they will ask for it again. */
  saveWhenDue(settledTo: number, now: number): number {
    if (this.policy.isDue(settledTo, now)) this.give(settledTo, now, this.onDue);
    return this.policy.dueAt(settledTo, now);
  }

  /** Stores it even when the settings would not ask for it yet. */
  save(settledTo: number, now: number): void {
    if (this.policy.hasNews(settledTo)) this.give(settledTo, now);
  }

  private give(place: number, now: number, onSaved?: (place: number) => void): void {
    this.policy.stored(place, now);
    this.given = place;
    this.store.saveCheckpoint(this.group, place, () => {
      this.onDisk = place;
      onSaved?.(place);
    });
  }
}

/** The settings that say how often a group stores how far it has got. */
export type CheckpointSettings = Pick<
  GroupSettings,
  'minCheckpointCount' | 'maxCheckpointCount' | 'checkpointAfterMs'
>;

/** EventStoreDB looks once in this time whether a checkpoint is due. */
const TICK_MS = 1_000;

/**
 * Decides when a group stores its checkpoint, as EventStoreDB does: at once after `maxCheckpointCount` messages, and
 * otherwise at a tick when `checkpointAfter` has passed, provided that there were at least `minCheckpointCount`. Time is an
 * argument (ms).
 */
export class CheckpointPolicy {
  private lastTime = -Infinity;
  /** Since when there is enough to store by time. */
  private enoughSince: number | undefined;

  /**
   * @param last the checkpoint on disk, or the place before the first message when there is none
   * @param start when the group began to tick
   */
  constructor(
    private readonly settings: CheckpointSettings,
    private last: number,
    private readonly start: number,
  ) {}

  /** True when the checkpoint shall be stored now. */
  isDue(settledTo: number, now: number): boolean {
    return now >= this.dueAt(settledTo, now);
  }

  /** When it has to be stored unless more happens before; Infinity when there is too little to store. */
  dueAt(settledTo: number, now: number): number {
    const { minCheckpointCount, maxCheckpointCount, checkpointAfterMs } = this.settings;
    const count = settledTo - this.last;
    if (count >= Math.max(1, maxCheckpointCount)) return -Infinity;
    if (count < Math.max(1, minCheckpointCount) || checkpointAfterMs === 0) {
      this.enoughSince = undefined;
      return Infinity;
    }
    this.enoughSince ??= now;
    const nextTick = this.start + (Math.floor((this.enoughSince - this.start) / TICK_MS) + 1) * TICK_MS;
    return Math.max(nextTick, this.lastTime + checkpointAfterMs);
  }

  /** The checkpoint was stored. */
  stored(settledTo: number, now: number): void {
    this.last = settledTo;
    this.lastTime = now;
    this.enoughSince = undefined;
  }

  /** True when there is anything that is not stored yet. */
  hasNews(settledTo: number): boolean {
    return settledTo > this.last;
  }
}
