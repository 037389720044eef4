import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type SignedCheckpoint, readCheckpoint, writtenCheckpoint } from '../notes/checkpoint.js';

/** Where they are kept, in the folder of their tree. */
const FILE = 'shown.sqlite';

interface Kept {
  readonly keep: StatementSync;
  readonly find: StatementSync;
  readonly close: () => void;
}

/**
 * Every checkpoint that others were shown, one for each size. The first that covers an event is the one of its proof: what was printed once
 * is the same whenever it is printed again.
 */
export class ShownCheckpoints {
  private kept: Kept | undefined;

  /** @param newest what was shown when this tree was opened: trees of earlier releases kept no other */
  constructor(
    private readonly folder: string,
    private readonly newest: SignedCheckpoint | undefined,
  ) {}

  /** It is on disk when this returns. */
  keep(checkpoint: SignedCheckpoint): void {
    this.opened().keep.run(checkpoint.size, writtenCheckpoint(checkpoint));
  }

  /** The first one that covers a leaf; undefined where none does. */
  firstOver(index: number): SignedCheckpoint | undefined {
    const found = this.opened().find.get(index) as { readonly note: string } | undefined;
    return found && readCheckpoint(Buffer.from(found.note));
  }

  close(): void {
    this.kept?.close();
    this.kept = undefined;
  }

  private opened(): Kept {
    if (this.kept) return this.kept;
    const database = new DatabaseSync(join(this.folder, FILE));
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS shown (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;',
    );
    this.kept = {
      keep: database.prepare('INSERT OR IGNORE INTO shown (size, note) VALUES (?, ?)'),
      find: database.prepare('SELECT note FROM shown WHERE size > ? ORDER BY size LIMIT 1'),
      close: () => database.close(),
    };
    if (this.newest) this.keep(this.newest);
    return this.kept;
  }
}
