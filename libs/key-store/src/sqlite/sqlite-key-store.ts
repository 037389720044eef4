import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { SealedSection } from '#event-store';
import {
  type AdoptedKeys,
  type DestroyedKey,
  type KeyStore,
  KeyStoreUnavailable,
  KeysDiffer,
  StillInFiles,
  type WrappedKeys,
} from '../key-store.js';
import { DestroyedList, listFile } from './destroyed-list.js';
import { keyFile, openKeyDatabase } from './key-database.js';
import { KeyTables } from './key-tables.js';
import { WalSync } from './wal-sync.js';

/** How long `destroy` waits for others who read the file, milliseconds. */
const CLEAN_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;
const LOOK_AGAIN_MS = 1_000;

interface SqliteKeyStoreOptions {
  /** Where the list of what was destroyed is kept; beside the keys unless told. */
  readonly list?: string;
  /** How long `destroy` waits for others who read the file; 10,000. */
  readonly cleanWithinMs?: number;
}

/**
 * The keys in a file of SQLite, for this process and others on this machine. Everything but the wait for the disk happens in
 * one tick, so no transaction is ever open while the program does something else.
 */
export class SqliteKeyStore implements KeyStore {
  private readonly tables: KeyTables;
  private readonly disk: WalSync;
  private isClean = true;
  private isClosed = false;

  private constructor(
    readonly place: string,
    private readonly database: DatabaseSync,
    private readonly list: DestroyedList,
    private readonly cleanWithinMs: number,
  ) {
    this.tables = new KeyTables(database);
    this.disk = new WalSync(keyFile(place));
  }

  /**
   * Opens the store of a directory, making it where there is none. What was destroyed according to the list is destroyed in
   * it before anybody can ask for it, also when an older copy of the keys was put back.
   * @throws Error when the directory cannot be written, holds something else, or the list cannot be read
   */
  static open(
    directory: string,
    { list = listFile(directory), cleanWithinMs = CLEAN_WITHIN_MS }: SqliteKeyStoreOptions = {},
  ): SqliteKeyStore {
    const database = openKeyDatabase(directory);
    try {
      const store = new SqliteKeyStore(directory, database, new DestroyedList(list), cleanWithinMs);
      store.write(() => store.applyList());
      store.isClean = store.cleaned();
      if (!store.isClean) void store.cleanLater();
      return store;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  async find(subjects: readonly string[]): Promise<ReadonlyMap<string, WrappedKeys>> {
    return this.ask(() => this.tables.find(subjects));
  }

  async ensure(
    subjects: readonly string[],
    make: (subject: string) => Required<WrappedKeys>,
  ): Promise<ReadonlyMap<string, WrappedKeys>> {
    const found = this.ask(() => {
      const known = this.tables.find(subjects);
      return subjects.every((subject) => known.has(subject)) ? known : this.makeMissing(subjects, make);
    });
    // Also what was found: whoever made it a moment ago may still be waiting.
    await this.onDisk();
    return found;
  }

  async destroy(subject: string, sections: readonly SealedSection[]): Promise<void> {
    const at = new Date().toISOString();
    this.ask(() => this.write(() => this.destroyNow(sections.map((section) => ({ subject, section, at })))));
    await this.onDisk();
    await this.clean();
  }

  async adopt(keys: readonly AdoptedKeys[]): Promise<void> {
    this.ask(() =>
      this.write(() => {
        const differing = keys.filter((one) => this.tables.differFrom(one)).map(({ subject }) => subject);
        if (differing.length > 0) throw new KeysDiffer(differing);
        for (const one of keys) if (!this.tables.has(one.subject)) this.tables.add(one.subject, one);
        this.destroyNow(
          keys.flatMap(({ subject, destroyed }) => destroyed.map((one) => ({ subject, ...one }))),
        );
      }),
    );
    await this.onDisk();
    await this.clean();
  }

  async destroyed(): Promise<readonly DestroyedKey[]> {
    return this.ask(() => this.tables.destroyed());
  }

  async check(): Promise<void> {
    this.ask(() => this.tables.persons());
    await this.onDisk();
  }

  /** How many persons had keys made, ever. */
  get persons(): number {
    return this.ask(() => this.tables.persons());
  }

  /** Whether whatever was destroyed is in no file any more. */
  get isForgotten(): boolean {
    return this.isClean;
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.disk.synced().catch(() => {});
    this.disk.close();
    this.database.close();
  }

  private makeMissing(
    subjects: readonly string[],
    make: (subject: string) => Required<WrappedKeys>,
  ): Map<string, WrappedKeys> {
    return this.write(() => {
      // Another process may have been quicker.
      const known = this.tables.find(subjects);
      for (const subject of subjects)
        if (!known.has(subject)) known.set(subject, this.tables.add(subject, make(subject)));
      return known;
    });
  }

  /** First on the list, which no copy of the keys undoes; a crash between the two is made good when the store is opened. */
  private destroyNow(keys: readonly DestroyedKey[]): void {
    if (keys.length === 0) return;
    const news = keys.filter((one) => !this.tables.isDestroyed(one));
    this.list.add(news);
    for (const one of news) this.tables.destroy(one);
    // Also where all were gone before: it may not have been possible to clean up then.
    this.isClean = false;
  }

  /** Brings together what the list says and what the file knows: of the two, either may be the older. */
  private applyList(): void {
    const keyOf = ({ subject, section }: DestroyedKey) => `${section} ${subject}`;
    const byKey = (keys: readonly DestroyedKey[]) => new Map(keys.map((one) => [keyOf(one), one]));
    const [listed, known] = [byKey(this.list.read()), byKey(this.tables.destroyed())];
    this.list.add([...known].flatMap(([key, one]) => (listed.has(key) ? [] : [one])));
    for (const [key, one] of listed) if (!known.has(key)) this.tables.destroy(one);
  }

  /** Resolves once the write-ahead log, where pages with keys that were destroyed may stand, is empty. */
  private async clean(): Promise<void> {
    const until = performance.now() + this.cleanWithinMs;
    while (!this.isClean && !(this.isClean = this.ask(() => this.cleaned()))) {
      if (performance.now() >= until) {
        void this.cleanLater();
        throw new StillInFiles(this.place, Math.round(this.cleanWithinMs / 1000));
      }
      await wait(LOOK_EVERY_MS);
    }
  }

  /** Goes on trying for as long as the store is open; a disk that fails is told of by whoever asks next. */
  private async cleanLater(): Promise<void> {
    while (!this.isClosed && !this.isClean) {
      await wait(LOOK_AGAIN_MS, undefined, { ref: false });
      try {
        this.isClean ||= this.ask(() => this.cleaned());
      } catch {
        return;
      }
    }
  }

  /** Brings everything into the file and cuts the write-ahead log to nothing; false while somebody reads what is older. */
  private cleaned(): boolean {
    // Not longer than a moment: whoever waits here holds up everybody in this process.
    this.database.exec('PRAGMA busy_timeout = 20');
    try {
      return this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
    } finally {
      this.database.exec('PRAGMA busy_timeout = 1000');
    }
  }

  private write<Result>(work: () => Result): Result {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  private async onDisk(): Promise<void> {
    try {
      await this.disk.synced();
    } catch (error) {
      throw this.unavailable(error);
    }
  }

  /** @throws KeyStoreUnavailable when the file cannot be read or written */
  private ask<Result>(work: () => Result): Result {
    if (this.isClosed) throw new KeyStoreUnavailable(`The keys in ${this.place} were closed`);
    try {
      return work();
    } catch (error) {
      throw isOfFile(error) ? this.unavailable(error) : error;
    }
  }

  private unavailable(cause: unknown): KeyStoreUnavailable {
    return new KeyStoreUnavailable(`The keys in ${this.place} cannot be reached: ${String(cause)}`, {
      cause,
    });
  }
}

/** Of SQLite, or of the system beneath it. */
function isOfFile(error: unknown): boolean {
  const { code, errno } = Object(error) as { code?: unknown; errno?: unknown };
  return code === 'ERR_SQLITE_ERROR' || typeof errno === 'number';
}
