import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { SEALED_SECTIONS, type SealedSection } from '#event-store';
import { type AdoptedKeys, type DestroyedKey, WRAPPED_BYTES, type WrappedKeys } from '../key-store.js';

/** In place of a key that is gone, or was never made because it was destroyed before. */
const NOTHING = Buffer.alloc(WRAPPED_BYTES);

interface Row {
  readonly master_key_id: string;
  readonly person: Uint8Array;
  readonly health: Uint8Array;
}

/** What the file of a store holds, statement by statement. Whoever writes does so in a transaction. */
export class KeyTables {
  private readonly one: StatementSync;
  private readonly gone: StatementSync;
  private readonly insert: StatementSync;
  private readonly bury: StatementSync;
  private readonly blank: Readonly<Record<SealedSection, StatementSync>>;
  private readonly all: StatementSync;
  private readonly last: StatementSync;

  constructor(database: DatabaseSync) {
    this.one = database.prepare('SELECT master_key_id, person, health FROM keys WHERE subject = ?');
    this.gone = database.prepare('SELECT section FROM destroyed WHERE subject = ?');
    this.insert = database.prepare(
      'INSERT INTO keys (subject, master_key_id, person, health) VALUES (?, ?, ?, ?)',
    );
    this.bury = database.prepare('INSERT INTO destroyed (subject, section, at) VALUES (?, ?, ?)');
    this.blank = {
      person: database.prepare('UPDATE keys SET person = ? WHERE subject = ?'),
      health: database.prepare('UPDATE keys SET health = ? WHERE subject = ?'),
    };
    this.all = database.prepare('SELECT subject, section, at FROM destroyed ORDER BY at, subject, section');
    this.last = database.prepare('SELECT max(id) AS most FROM keys');
  }

  find(subjects: readonly string[]): Map<string, WrappedKeys> {
    const found = new Map<string, WrappedKeys>();
    for (const subject of subjects) {
      const keys = this.keysOf(subject) ?? this.tombstone(subject);
      if (keys) found.set(subject, keys);
    }
    return found;
  }

  /** Somebody new. What was destroyed before there was a key is not kept. @returns what is */
  add(subject: string, keys: WrappedKeys): WrappedKeys {
    const gone = this.destroyedOf(subject);
    const left = SEALED_SECTIONS.filter((section) => !gone.has(section) && keys[section] !== undefined);
    const kept: WrappedKeys = {
      masterKeyId: keys.masterKeyId,
      ...Object.fromEntries(left.map((section) => [section, keys[section]])),
    };
    this.insert.run(subject, kept.masterKeyId, kept.person ?? NOTHING, kept.health ?? NOTHING);
    return kept;
  }

  has(subject: string): boolean {
    return this.one.get(subject) !== undefined;
  }

  isDestroyed({ subject, section }: Omit<DestroyedKey, 'at'>): boolean {
    return this.destroyedOf(subject).has(section);
  }

  /** Overwrites keys with zeros, where they stand, and remembers that they are gone. Each once. */
  destroy({ subject, section, at }: DestroyedKey): void {
    this.blank[section].run(NOTHING, subject);
    this.bury.run(subject, section, at);
  }

  /** Whether these are not the keys that are kept. What was destroyed here is no difference. */
  differFrom({ subject, ...theirs }: AdoptedKeys): boolean {
    const ours = this.keysOf(subject);
    if (!ours) return false;
    const gone = this.destroyedOf(subject);
    return SEALED_SECTIONS.some((section) => {
      const [mine, other] = [ours[section], theirs[section]];
      return other !== undefined && !gone.has(section) && !(mine?.equals(other) ?? false);
    });
  }

  /** The oldest first. */
  destroyed(): DestroyedKey[] {
    return this.all.all() as unknown as DestroyedKey[];
  }

  /** How many persons had keys made, ever. */
  persons(): number {
    return Number(this.last.get()?.['most'] ?? 0);
  }

  private keysOf(subject: string): WrappedKeys | undefined {
    const row = this.one.get(subject) as unknown as Row | undefined;
    if (!row) return undefined;
    const keys: { masterKeyId: string; person?: Buffer; health?: Buffer } = {
      masterKeyId: row.master_key_id,
    };
    for (const section of SEALED_SECTIONS) {
      const { buffer, byteOffset, length } = row[section];
      const wrapped = Buffer.from(buffer, byteOffset, length);
      if (!wrapped.equals(NOTHING)) keys[section] = wrapped;
    }
    return keys;
  }

  /** Somebody who had no keys yet when they were destroyed: nothing is left to be made. */
  private tombstone(subject: string): WrappedKeys | undefined {
    return this.destroyedOf(subject).size === SEALED_SECTIONS.length ? { masterKeyId: '' } : undefined;
  }

  private destroyedOf(subject: string): Set<unknown> {
    return new Set(this.gone.all(subject).map(({ section }) => section));
  }
}
