import { extname } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/** What the thread starts with. */
export interface CheckpointThreadData {
  readonly file: string;
  /** One number, 1 for whoever takes the write-ahead log into the database or keeps others from it, 0 for nobody. */
  readonly turn: Int32Array;
}

/** Once so much of the write-ahead log is not in the database, the thread begins; what is written meanwhile comes on top. */
const DUE_BYTES = 24_000_000;

/** Once the log is as long as that, in bytes, the writer takes it into the database before it writes on. */
export const LONGEST_WAL = 64_000_000;

/** How long the writer waits for the thread, which takes milliseconds. */
const PATIENCE_MS = 10_000;

const LITTLE_MEMORY = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 };

/** SQLite that can say how long its write-ahead log is, and that loses nothing where a commit and a checkpoint meet. */
const SQLITE_SINCE = [3, 51, 3];

/** Whether this version of SQLite lets one thread take in the write-ahead log while another writes. */
export function takesInBeside(version = process.versions['sqlite'] ?? '0'): boolean {
  const parts = version.split('.').map(Number);
  const differs = SQLITE_SINCE.findIndex((part, n) => part !== parts[n]);
  return differs === -1 || (parts[differs] ?? 0) > SQLITE_SINCE[differs]!;
}

/**
 * Takes the write-ahead log of a database into the database, in a thread beside the one that writes: in that time a few large
 * appends can be stored. The thread then takes in those, and mostly gets to the end between two of them; where it does not, the
 * writer takes in what is left, so that for a moment nothing is and the log begins anew. There is no thread until it is needed.
 */
export class WalCheckpoints {
  private readonly progress: StatementSync;
  private readonly pageBytes: number;
  private readonly turn = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private thread: Worker | undefined;
  private isAsked = false;
  private isAlone = false;

  constructor(
    private readonly database: DatabaseSync,
    private readonly file: string,
  ) {
    this.pageBytes = Number(database.prepare('PRAGMA page_size').get()!['page_size']);
    this.progress = database.prepare('PRAGMA wal_checkpoint(NOOP)');
  }

  /** To be called behind every commit. What the disk refuses is tried again behind the next. */
  tend(): void {
    const { log, checkpointed } = this.progress.get() as { log: number; checkpointed: number };
    if ((log - checkpointed) * this.pageBytes < DUE_BYTES) return;
    if (this.isAlone || log * this.pageBytes >= LONGEST_WAL) this.takeInRest();
    else this.ask();
  }

  /** Waits for the thread, which does nothing any more then. */
  close(): void {
    this.isAlone = true;
    this.takeTurn();
    void this.thread?.terminate();
  }

  private ask(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.thread ??= this.begun();
    this.thread.postMessage('due');
  }

  private begun(): Worker {
    // TypeScript where this is run as it is written.
    const script = new URL(`checkpoint.thread${extname(import.meta.filename)}`, import.meta.url);
    const workerData: CheckpointThreadData = { file: this.file, turn: this.turn };
    const thread = new Worker(script, { workerData, resourceLimits: LITTLE_MEMORY });
    thread.on('message', () => {
      this.isAsked = false;
      if (!this.isAlone) this.takeInRest();
    });
    // Without a thread the writer does it.
    thread.on('error', () => {
      this.isAlone = true;
    });
    thread.unref();
    return thread;
  }

  private takeInRest(): void {
    if (!this.takeTurn()) return;
    try {
      this.database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // The log stays as it is.
    } finally {
      Atomics.store(this.turn, 0, 0);
    }
  }

  /** False when the thread takes too long. */
  private takeTurn(): boolean {
    Atomics.wait(this.turn, 0, 1, PATIENCE_MS);
    return Atomics.compareExchange(this.turn, 0, 0, 1) === 0;
  }
}
