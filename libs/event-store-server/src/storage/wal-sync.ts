import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';

/**
 * Puts the write-ahead log of a database on disk. SQLite would do so itself at every COMMIT (`synchronous = FULL`), but
 * then the whole server stands still until the disk is done; here it goes on reading and receiving meanwhile.
 */
export class WalSync {
  private readonly descriptor: number;

  /** @param databaseFile a database in WAL mode that is open and has been written to */
  constructor(databaseFile: string) {
    this.descriptor = openSync(`${databaseFile}-wal`, 'r+');
  }

  /** Calls back when everything that was committed before is on disk, or with the reason why it is not. */
  sync(done: (error: Error | null) => void): void {
    fdatasync(this.descriptor, done);
  }

  /** The same, waiting for it. */
  syncNow(): void {
    fdatasyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
