import { type KeyRing, SEALED_SECTIONS, type SealedSection, type SubjectKeys } from '#event-store';
import type { KeyStore, WrappedKeys } from '#key-store';
import { grouped } from './grouped.js';
import { type MasterKey, masterKey } from './key-wrapping.js';
import { LruCache } from './lru-cache.js';

interface PersonKeyRingOptions {
  /** Where the keys are kept, wrapped. */
  readonly store: KeyStore;
  /** 32 bytes, kept apart from the store. Without it no person's data can be read. */
  readonly masterKey: Buffer;
  /** How many persons' opened keys are kept in memory; 2,000. */
  readonly cachedSubjects?: number;
  /** How long, milliseconds: the time within which a key destroyed elsewhere stops working here; 60,000. */
  readonly cacheTtlMs?: number;
  /** For specs. */
  readonly now?: () => number;
}

/** Persons in one question to the store. */
const LARGEST_BATCH = 1_000;

/**
 * The keys of persons, opened: two for each, made on first use and wrapped with the master key before they leave this process.
 * A lost key is a person erased.
 */
export class PersonKeyRing implements KeyRing {
  private readonly store: KeyStore;
  private readonly master: MasterKey;
  private readonly cache: LruCache<SubjectKeys>;
  private readonly ensureOne: (subject: string) => Promise<SubjectKeys | undefined>;
  private readonly findOne: (subject: string) => Promise<SubjectKeys | undefined>;
  /** Counts what was destroyed here, so that a key read just before is not kept in the cache after. */
  private destroyed = 0;

  /** @throws RangeError when the master key does not have 32 bytes */
  constructor({
    store,
    masterKey: secret,
    cachedSubjects = 2_000,
    cacheTtlMs = 60_000,
    now,
  }: PersonKeyRingOptions) {
    this.store = store;
    this.master = masterKey(secret);
    this.cache = new LruCache(cachedSubjects, cacheTtlMs, now);
    this.ensureOne = grouped((subjects) => this.makeMissing(subjects), LARGEST_BATCH);
    this.findOne = grouped((subjects) => this.load(subjects), LARGEST_BATCH);
  }

  /**
   * The keys of these persons, made on first use and on disk before this resolves. Concurrent calls share a question.
   * @throws KeyStoreUnavailable, or Error when a key was wrapped with another master key
   */
  ensure(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    return this.keysOf(subjects, this.ensureOne);
  }

  /**
   * The keys that exist; nothing is made.
   * @throws KeyStoreUnavailable, or Error when a key was wrapped with another master key
   */
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    return this.keysOf(subjects, this.findOne);
  }

  /**
   * Destroys a person's keys for good, also when there never were any. Other processes may use a cached key for up to
   * `cacheTtlMs`.
   * @throws KeyStoreUnavailable, StillInFiles
   */
  async destroy(subject: string, sections: readonly SealedSection[] = SEALED_SECTIONS): Promise<void> {
    try {
      await this.store.destroy(subject, sections);
    } finally {
      this.destroyed++;
      this.cache.delete(subject);
    }
  }

  private async keysOf(
    subjects: readonly string[],
    ask: (subject: string) => Promise<SubjectKeys | undefined>,
  ): Promise<ReadonlyMap<string, SubjectKeys>> {
    const found = new Map<string, SubjectKeys>();
    await Promise.all(
      subjects.map(async (subject) => {
        const keys = this.cache.get(subject) ?? (await ask(subject));
        if (keys) found.set(subject, keys);
      }),
    );
    return found;
  }

  private async makeMissing(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    const destroyedBefore = this.destroyed;
    const fresh = new Map<string, SubjectKeys & { readonly wrapped: WrappedKeys }>();
    const kept = await this.store.ensure(subjects, (subject) => {
      const keys = this.newKeys(subject);
      fresh.set(subject, keys);
      return keys.wrapped;
    });
    const opened = [...kept].map(([subject, wrapped]) => {
      const made = fresh.get(subject);
      return [
        subject,
        made && isSame(made.wrapped, wrapped) ? opens(made) : this.open(subject, wrapped),
      ] as const;
    });
    return this.keep(new Map(opened), destroyedBefore);
  }

  private newKeys(subject: string) {
    const [person, health] = [
      this.master.newKey(`${subject}/person`),
      this.master.newKey(`${subject}/health`),
    ];
    const wrapped = { masterKeyId: this.master.id, person: person.wrapped, health: health.wrapped };
    return { person: person.key, health: health.key, wrapped };
  }

  private async load(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    const destroyedBefore = this.destroyed;
    const found = await this.store.find(subjects);
    const opened = [...found].map(([subject, wrapped]) => [subject, this.open(subject, wrapped)] as const);
    return this.keep(new Map(opened), destroyedBefore);
  }

  /** In the cache, unless a key was destroyed since they were asked for. */
  private keep(
    found: ReadonlyMap<string, SubjectKeys>,
    destroyedBefore: number,
  ): ReadonlyMap<string, SubjectKeys> {
    if (this.destroyed === destroyedBefore)
      for (const [subject, keys] of found) this.cache.set(subject, keys);
    return found;
  }

  private open(subject: string, { masterKeyId, ...wrapped }: WrappedKeys): SubjectKeys {
    const keys: SubjectKeys = {};
    for (const section of SEALED_SECTIONS) {
      const one = wrapped[section];
      if (!one) continue;
      if (masterKeyId !== this.master.id) {
        throw new Error(
          `The keys of ${subject} were wrapped with master key ${masterKeyId}, this process has ${this.master.id}`,
        );
      }
      keys[section] = this.master.unwrap(one, `${subject}/${section}`);
    }
    return keys;
  }
}

/** Whether what is kept is what was made here just now: it need not be opened. */
const isSame = (made: WrappedKeys, kept: WrappedKeys): boolean =>
  SEALED_SECTIONS.every((section) => {
    const [mine, theirs] = [made[section], kept[section]];
    return mine !== undefined && theirs !== undefined && mine.equals(theirs);
  });

const opens = ({ person, health }: SubjectKeys): SubjectKeys => ({ person, health });
