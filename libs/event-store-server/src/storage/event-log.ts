import { setMaxListeners } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';
import {
  STORE_FORMAT,
  databaseFile,
  isLocked,
  openDatabase,
  prepareDirectory,
  type Storage,
} from './database.js';
import { lockDirectory, type DirectoryLock } from './directory-lock.js';
import type { AccessLists } from './access-list.js';
import { SILENT, type CommitObserver } from './commit-observer.js';
import type { EntryDraft } from './entry-draft.js';
import { HeadSignal } from './head-signal.js';
import { LogReader } from './log-reader.js';
import { LogWriter, type Commit, type WriteOutcome, type WriteRequest } from './log-writer.js';
import { StreamHeads, isTombstoned, type StreamHead } from './stream-heads.js';
import { StreamIndex } from './stream-index.js';
import { originalStreamOf } from './stream-metadata.js';
import { systemEvent } from './system-events.js';
import { WalCheckpoints, takesInBeside } from './wal-checkpoints.js';
import { WalSync } from './wal-sync.js';

/** A write, and who hears what became of it, or why it was not made. */
export interface PendingWrite {
  readonly request: WriteRequest;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** A group of writes that is committed and on its way to the disk: readers still see the log as it was before. */
interface GroupInFlight {
  readonly writes: readonly PendingWrite[];
  readonly commit: Commit;
  readonly headBefore: number;
  readonly start: number;
}

/** So many writes at most become one transaction, lest a flood of them hold up everything else. */
const LARGEST_GROUP = 512;

/** How long writes wait while somebody else writes to the database, unless told, and how often it is tried meanwhile. */
const LOCK_PATIENCE_MS = 5_000;
const LOCK_TRY_AGAIN_MS = 10;

/** How long a stop waits for somebody else who writes; nothing else goes on meanwhile. */
const LOCK_PATIENCE_AT_STOP_MS = 1_000;

/**
 * The event log: every write goes through one queue and is grouped with whatever else waits, so that many writers
 * share one fsync. A write is visible to readers, and its promise resolves, only after it is on disk.
 */
export class EventLog {
  readonly reader: LogReader;
  readonly signal = new HeadSignal();
  /** For what else is kept beside the events, such as persistent subscriptions. */
  readonly database: DatabaseSync;
  /** Who may do what, by the metadata of streams and by `$settings`. A stream that is closed for good has no list. */
  readonly accessLists: AccessLists = {
    ofStream: (stream) => {
      const head = this.streamHead(stream);
      return isTombstoned(head) ? undefined : head.acl;
    },
    defaults: () => this.heads.defaultLists,
  };
  private readonly lock: DirectoryLock | undefined;
  private readonly index: StreamIndex;
  private readonly heads: StreamHeads;
  private readonly writer: LogWriter;
  private readonly stopper = new AbortController();
  private queue: PendingWrite[] = [];
  private scheduled = false;
  private sizeOfLast = 0;
  private failure: string | undefined;
  private observer: CommitObserver = SILENT;
  private inFlight: GroupInFlight | undefined;
  private broken: Error | undefined;
  private lockedSince: number | undefined;
  private readonly wal: WalSync | undefined;
  private readonly checkpoints: WalCheckpoints | undefined;

  /**
   * @param lockPatienceMs how long writes wait while another process writes to the database
   * @throws Error when the directory cannot be used, or another server uses it
   */
  constructor(
    storage: Storage,
    private lockPatienceMs = LOCK_PATIENCE_MS,
  ) {
    // Every open batch call listens for the end; there may be as many as clients.
    setMaxListeners(0, this.stopper.signal);
    if (storage !== 'memory') prepareDirectory(storage.directory);
    this.lock = storage === 'memory' ? undefined : lockDirectory(storage.directory);
    this.database = openOrRelease(storage, this.lock);
    this.index = new StreamIndex(this.database);
    this.reader = new LogReader(this.database, this.index);
    this.heads = new StreamHeads(this.database, this.index);
    this.writer = new LogWriter(this.database, this.heads, this.reader, this.index);
    if (this.writer.head === 0) this.markAsCreated();
    if (storage !== 'memory') {
      const file = databaseFile(storage.directory);
      this.wal = new WalSync(file);
      this.wal.syncNow();
      if (takesInBeside()) this.checkpoints = new WalCheckpoints(this.database, file);
    }
    this.waitInSqlite(0);
  }

  /** Position of the newest event that is on disk. */
  get head(): number {
    return this.inFlight?.headBefore ?? this.writer.head;
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
    if (this.broken !== undefined) throw this.broken;
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

  /** What is known of a stream as it is on disk: last revision, deletion, limits. */
  streamHead(stream: string): StreamHead {
    return this.inFlight?.commit.before.get(stream) ?? this.heads.get(stream);
  }

  /** True when nobody can read the stream any more: it was deleted for good, or the stream whose metadata it holds was. */
  isDeleted(stream: string): boolean {
    if (isTombstoned(this.streamHead(stream))) return true;
    const original = originalStreamOf(stream);
    return original !== undefined && this.isDeleted(original);
  }

  /**
   * Begins to lay out an append whose events are still arriving. None is begun while others write or lay out as well, since
   * the place that it is for would be taken by them.
   */
  beginDraft(stream: string): EntryDraft | undefined {
    const isQuiet = this.database.isOpen && this.queue.length === 0;
    return isQuiet ? this.writer.beginDraft(stream) : undefined;
  }

  /** True until something is stored, at the place that the draft is for. */
  isOpen(draft: EntryDraft): boolean {
    return draft.position > this.writer.head;
  }

  /**
   * Queues a write.
   *
   * @throws Error when the log is closed or the disk refuses; nothing is stored then
   */
  write(request: WriteRequest): Promise<WriteOutcome> {
    return new Promise((resolve, reject) => this.enqueue({ request, resolve, reject }));
  }

  /** The same without a promise, for those who write very often. What is called back must not throw. */
  enqueue(write: PendingWrite): void {
    if (!this.database.isOpen) return write.reject(new Error('the log is closed'));
    if (this.broken !== undefined) return write.reject(this.broken);
    this.queue.push(write);
    this.schedule();
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
    this.waitInSqlite(LOCK_PATIENCE_AT_STOP_MS);
    this.lockPatienceMs = 0;
    while (this.inFlight !== undefined || this.queue.length > 0) {
      this.flush();
      this.finishNow();
    }
    this.completeIndex();
    this.checkpoints?.close();
    this.wal?.close();
    this.database.close();
    this.lock?.release();
  }

  /** A store at rest names every entry in its index. Where the disk refuses that, the next start reads them again. */
  private completeIndex(): void {
    try {
      this.index.complete();
    } catch (error) {
      this.observer.failed(error);
    }
  }

  /** While SQLite waits for a lock, nobody reads either: a running server waits beside the event loop instead. */
  private waitInSqlite(milliseconds: number): void {
    this.database.exec(`PRAGMA busy_timeout = ${milliseconds}`);
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flushAsScheduled());
  }

  private flushAsScheduled(): void {
    this.scheduled = false;
    this.flush();
  }

  /** Commits what waits, as one group, unless a group is on its way: then what waits becomes the next one. */
  private flush(): void {
    if (this.inFlight !== undefined || this.queue.length === 0) return;
    const writes = this.queue.splice(0, this.largestGroup());
    this.sizeOfLast = writes.length;
    const [start, headBefore] = [performance.now(), this.writer.head];
    const commit = this.tryCommit(writes);
    if (commit === undefined) {
      if (this.queue.length > 0) this.schedule();
      return;
    }
    this.lockedSince = undefined;
    const group = { writes, commit, headBefore, start };
    this.inFlight = group;
    if (this.wal === undefined) this.finish(group, null);
    else this.wal.sync((error) => this.finish(group, error));
  }

  /**
   * Those who were answered last write again soon. So that both sides always have something to do, half of these and of those
   * who wait are stored while the other half makes its next writes.
   */
  private largestGroup(): number {
    if (this.sizeOfLast === 0) return LARGEST_GROUP;
    return Math.min(Math.ceil((this.sizeOfLast + this.queue.length) / 2), LARGEST_GROUP);
  }

  /** A group is on disk: it becomes visible, and its writers get their answers. */
  private finish(group: GroupInFlight, error: Error | null): void {
    if (this.inFlight !== group) return;
    this.inFlight = undefined;
    const { writes, commit, headBefore, start } = group;
    if (error !== null) return this.refuseForGood(writes, error);
    const [events, seconds] = [this.writer.head - headBefore, (performance.now() - start) / 1000];
    // The next group comes behind the answers: while it is stored, those who were answered make their next writes.
    const answer = () => {
      for (const [index, pending] of writes.entries()) pending.resolve(commit.outcomes[index]!);
      this.observer.committed({ writes: writes.length, events, bytes: commit.bytes, seconds });
      if (this.queue.length > 0) this.schedule();
      setImmediate(() => this.tidy());
    };
    // As in EventStoreDB, subscribers are sent the events before the writer is answered, and groups of consumers after that.
    const later = setImmediate(answer);
    const isHeard = this.signal.announce(commit.before.keys());
    if (isHeard && !this.stopper.signal.aborted) return;
    clearImmediate(later);
    answer();
  }

  /** What can wait until the writers have been answered. */
  private tidy(): void {
    this.writer.noteIds();
    if (this.database.isOpen) this.checkpoints?.tend();
  }

  /** Waits for the group that is on its way. */
  private finishNow(): void {
    if (this.inFlight === undefined) return;
    this.wal?.syncNow();
    this.finish(this.inFlight, null);
  }

  /**
   * The disk took the bytes and failed to keep them. What is on it is uncertain then, and asking again would only hide
   * that, so nothing is accepted any more until the server is started again and reads what there is.
   */
  private refuseForGood(writes: readonly PendingWrite[], error: Error): void {
    this.broken = new Error(`the disk failed (${error.message}); start the server again`, { cause: error });
    this.failure = this.broken.message;
    for (const pending of [...writes, ...this.queue]) pending.reject(this.broken);
    this.queue = [];
    this.observer.failed(this.broken);
  }

  /** Stores a group, or tells all who wait for it that it is not stored. */
  private tryCommit(group: readonly PendingWrite[]): Commit | undefined {
    try {
      const commit = this.writer.commit(group.map((pending) => pending.request));
      this.failure = undefined;
      return commit;
    } catch (error) {
      if (isLocked(error) && this.postpone(group)) return undefined;
      this.failure = error instanceof Error ? error.message : String(error);
      const waiting = isLocked(error) ? this.queue.splice(0) : [];
      for (const pending of [...group, ...waiting]) pending.reject(error);
      this.observer.failed(error);
      return undefined;
    }
  }

  /** Somebody else writes to the database: the group is tried again soon. False when it has waited long enough. */
  private postpone(group: readonly PendingWrite[]): boolean {
    this.lockedSince ??= performance.now();
    if (performance.now() - this.lockedSince >= this.lockPatienceMs) {
      this.lockedSince = undefined;
      return false;
    }
    this.queue = [...group, ...this.queue];
    this.scheduled = true;
    setTimeout(() => this.flushAsScheduled(), LOCK_TRY_AGAIN_MS);
    return true;
  }

  /** A new log starts with one system event, so that position 0 is before everything that clients wrote. */
  private markAsCreated(): void {
    const created = systemEvent('$DatabaseCreated', JSON.stringify({ server: 'lindung' }));
    this.writer.commit([{ kind: 'append', stream: '$database', expected: -1, events: [created] }]);
  }
}

/** A directory whose database cannot be opened is not held on to. */
function openOrRelease(storage: Storage, lock: DirectoryLock | undefined): DatabaseSync {
  try {
    return openDatabase(storage);
  } catch (error) {
    lock?.release();
    throw error;
  }
}
