import { closeSync, fdatasync, openSync } from 'node:fs';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Waits for the disk to have the write-ahead log of a database, while the program goes on. All who ask while the disk is
 * busy wait together for the next time.
 */
export class WalSync {
  private readonly descriptor: number;
  private waiting: Waiting[] = [];
  private isBusy = false;
  private broken: Error | undefined;

  /** @param databaseFile a database in WAL mode that is open and has been written to */
  constructor(databaseFile: string) {
    this.descriptor = openSync(`${databaseFile}-wal`, 'r+');
  }

  /**
   * Resolves when everything that was committed before is on disk.
   * @throws Error for good once the disk has failed: what it took may be lost, and only opening the file anew tells
   */
  synced(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      if (this.isBusy) return;
      this.isBusy = true;
      // Whoever commits in the same tick waits for the same time.
      queueMicrotask(() => this.sync());
    });
  }

  /** Nobody may be waiting. */
  close(): void {
    closeSync(this.descriptor);
  }

  private sync(): void {
    const group = this.waiting;
    this.waiting = [];
    fdatasync(this.descriptor, (error) => {
      this.broken ??= error ?? undefined;
      for (const { resolve, reject } of group) {
        if (this.broken) reject(this.broken);
        else resolve();
      }
      if (this.waiting.length > 0) this.sync();
      else this.isBusy = false;
    });
  }
}
