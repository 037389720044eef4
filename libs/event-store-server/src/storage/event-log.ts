import type { DatabaseSync } from 'node:sqlite';
import { STORE_FORMAT, openDatabase, prepareDirectory, type Storage } from './database.js';
import { lockDirectory, type DirectoryLock } from './directory-lock.js';
import { HeadSignal } from './head-signal.js';
import { LogReader } from './log-reader.js';
import { LogWriter, type Commit, type WriteOutcome, type WriteRequest } from './log-writer.js';
import { StreamHeads, type StreamHead } from './stream-heads.js';
import { systemEvent } from './system-events.js';

interface PendingWrite {
  readonly request: WriteRequest;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** A group of writes that is on disk. */
export interface CommittedGroup {
  readonly writes: number;
  readonly events: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Who hears of commits. */
export interface CommitObserver {
  committed(group: CommittedGroup): void;
  failed(error: unknown): void;
}

const SILENT: CommitObserver = { committed: () => undefined, failed: () => undefined };

/**
 * The event log: every write goes through one queue and is grouped with whatever else waits, so that many writers
 * share one fsync. A write is visible to readers, and its promise resolves, only after it is on disk.
 */
export class EventLog {
  readonly reader: LogReader;
  readonly signal = new HeadSignal();
  /** For what else is kept beside the events, such as persistent subscriptions. */
  readonly database: DatabaseSync;
  private readonly lock: DirectoryLock | undefined;
  private readonly heads: StreamHeads;
  private readonly writer: LogWriter;
  private readonly stopper = new AbortController();
  private queue: PendingWrite[] = [];
  private scheduled = false;
  private failure: string | undefined;
  private observer = SILENT;

  /** @throws Error when the directory cannot be used, or another server uses it */
  constructor(storage: Storage) {
    if (storage !== 'memory') prepareDirectory(storage.directory);
    this.lock = storage === 'memory' ? undefined : lockDirectory(storage.directory);
    this.database = openDatabase(storage);
    this.reader = new LogReader(this.database);
    this.heads = new StreamHeads(this.database);
    this.writer = new LogWriter(this.database, this.heads, this.reader);
    if (this.head === 0) this.markAsCreated();
  }

  /** Position of the newest event. */
  get head(): number {
    return this.writer.head;
  }

  /** Why the newest write failed, until one succeeds again. */
  get lastFailure(): string | undefined {
    return this.failure;
  }

  /**
   * Tries whether the disk takes writes again after it refused one.
   *
   * @throws Error when it does not
   */
  probe(): void {
    if (this.failure === undefined) return;
    this.database.exec(`PRAGMA user_version = ${STORE_FORMAT}`);
    this.failure = undefined;
  }

  /** Aborts when the server is about to stop: calls that would never end by themselves end then. */
  get stopping(): AbortSignal {
    return this.stopper.signal;
  }

  /** Tells the observer of every commit from now on. */
  observe(observer: CommitObserver): void {
    this.observer = observer;
  }

  /** What is known of a stream: last revision, deletion, limits. */
  streamHead(stream: string): StreamHead {
    return this.heads.get(stream);
  }

  /**
   * Queues a write.
   *
   * @throws Error when the log is closed or the disk refuses; nothing is stored then
   */
  write(request: WriteRequest): Promise<WriteOutcome> {
    if (!this.database.isOpen) return Promise.reject(new Error('the log is closed'));
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.schedule();
    });
  }

  /** Announces that the server is about to stop. Writes are still accepted, so that open calls can finish. */
  beginStop(): void {
    this.stopper.abort();
    this.signal.announceToAll();
  }

  /** Stores what was accepted, then closes the files. */
  close(): void {
    if (!this.database.isOpen) return;
    this.beginStop();
    this.flush();
    this.database.close();
    this.lock?.release();
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.flush();
    });
  }

  private flush(): void {
    const group = this.queue;
    if (group.length === 0) return;
    this.queue = [];
    const [start, before] = [performance.now(), this.head];
    const commit = this.tryCommit(group);
    if (commit === undefined) return;
    for (const [index, pending] of group.entries()) pending.resolve(commit.outcomes[index]!);
    this.signal.announce(commit.grown);
    const seconds = (performance.now() - start) / 1000;
    const events = this.head - before;
    this.observer.committed({ writes: group.length, events, bytes: commit.bytes, seconds });
  }

  /** Stores a group, or tells all who wait for it that it is not stored. */
  private tryCommit(group: readonly PendingWrite[]): Commit | undefined {
    try {
      const commit = this.writer.commit(group.map((pending) => pending.request));
      this.failure = undefined;
      return commit;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      for (const pending of group) pending.reject(error);
      this.observer.failed(error);
      return undefined;
    }
  }

  /** A new log starts with one system event, so that position 0 is before everything that clients wrote. */
  private markAsCreated(): void {
    const created = systemEvent('$DatabaseCreated', JSON.stringify({ server: 'lindung' }));
    this.writer.commit([{ kind: 'append', stream: '$database', expected: -1, events: [created] }]);
  }
}
