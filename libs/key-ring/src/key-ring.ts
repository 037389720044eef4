import { sql } from 'kysely';
import { type KeyRing, SEALED_SECTIONS, type SealedSection, type SubjectKeys } from '#event-store';
import { type Database, createSchema } from '#postgres';
import { grouped } from './grouped.js';
import { type MasterKey, type NewKey, masterKey } from './key-wrapping.js';
import { LruCache } from './lru-cache.js';

export interface KeyRingOptions {
  readonly database: Database;
  /** 32 bytes, kept outside the database. Without it no person's data can be read. */
  readonly masterKey: Buffer;
  /** How many persons' opened keys are kept in memory; 10,000. */
  readonly cachedSubjects?: number;
  /** How long, milliseconds: the time within which a key destroyed elsewhere stops working here; 60,000. */
  readonly cacheTtlMs?: number;
}

/** Persons per insert. */
const LARGEST_BATCH = 1_000;

/**
 * The persons' keys in PostgreSQL, schema `keys`, one row per person, each key wrapped with the master key.
 *
 * Unlike every other table of Lindung these are NOT disposable: a lost key is a person erased. Back up the schema
 * `keys` (and, elsewhere, the master key). A destroyed key lives on in older backups and in PostgreSQL's own files until
 * VACUUM and the archive of its log have moved past it: keep those no longer than an erasure may take.
 */
export class PostgresKeyRing implements KeyRing {
  private readonly database: Database;
  private readonly master: MasterKey;
  private readonly cache: LruCache<SubjectKeys>;
  private readonly ensureOne: (subject: string) => Promise<SubjectKeys | undefined>;
  private readonly findOne: (subject: string) => Promise<SubjectKeys | undefined>;
  /** Counts what was destroyed here, so that a key read just before is not kept in the cache after. */
  private destroyed = 0;

  private constructor({
    database,
    masterKey: secret,
    cachedSubjects = 10_000,
    cacheTtlMs = 60_000,
  }: KeyRingOptions) {
    this.database = database;
    this.master = masterKey(secret);
    this.cache = new LruCache(cachedSubjects, cacheTtlMs);
    this.ensureOne = grouped((subjects) => this.makeMissing(subjects), LARGEST_BATCH);
    this.findOne = grouped((subjects) => this.load(subjects), LARGEST_BATCH);
  }

  /**
   * Opens the ring and makes its table when it is missing.
   * @throws RangeError when the master key does not have 32 bytes
   */
  static async open(options: KeyRingOptions): Promise<PostgresKeyRing> {
    const ring = new PostgresKeyRing(options);
    await createKeyTable(options.database);
    return ring;
  }

  /**
   * The keys of these persons, made on first use and on disk before this resolves. Concurrent calls share inserts.
   * @throws when a key was wrapped with another master key
   */
  ensure(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    return this.keysOf(subjects, this.ensureOne);
  }

  /** The keys that exist; nothing is made. @throws when a key was wrapped with another master key */
  find(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    return this.keysOf(subjects, this.findOne);
  }

  /**
   * Destroys a person's keys for good and leaves a tombstone, so that no new key is ever made for these sections, also
   * when there never was one. Other processes may use a cached key for up to `cacheTtlMs`.
   */
  async destroy(subject: string, sections: readonly SealedSection[] = SEALED_SECTIONS): Promise<void> {
    await this.insertOf(this.freshKeys([subject])).execute(this.database.kysely);
    const [person, health] = [sections.includes('person'), sections.includes('health')];
    await sql`
      update keys.subjects set
        person = case when ${person} then null else person end,
        person_destroyed_at = case when ${person} then coalesce(person_destroyed_at, now()) else person_destroyed_at end,
        health = case when ${health} then null else health end,
        health_destroyed_at = case when ${health} then coalesce(health_destroyed_at, now()) else health_destroyed_at end
      where subject = ${subject}`.execute(this.database.kysely);
    this.destroyed++;
    this.cache.delete(subject);
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

  /** One round trip, and one to the disk, whether they are new or not; another one for those somebody else has just made. */
  private async makeMissing(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    const destroyedBefore = this.destroyed;
    const fresh = this.freshKeys(subjects);
    const { rows } = await sql<KeyRow | MadeRow>`
      with known as (${knownOf(subjects)}), made as (${this.insertOf(fresh)} returning subject)
      select * from known union all select subject, null, null, null from made`.execute(this.database.kysely);
    const found = new Map(
      rows.map((row) => [
        row.subject,
        row.master_key_id === null ? fresh.get(row.subject)?.keys : this.open(row),
      ]),
    ) as Map<string, SubjectKeys>;
    this.keep(found, destroyedBefore);
    const raced = subjects.filter((subject) => !found.has(subject));
    return raced.length === 0 ? found : new Map([...found, ...(await this.load(raced))]);
  }

  /** In sorted order, so that processes that insert the same persons at once do not lock each other out. */
  private freshKeys(subjects: readonly string[]): Map<string, FreshKeys> {
    return new Map(
      [...subjects].sort().map((subject) => {
        const [person, health] = [
          this.master.newKey(`${subject}/person`),
          this.master.newKey(`${subject}/health`),
        ];
        return [subject, { keys: { person: person.key, health: health.key }, person, health }] as const;
      }),
    );
  }

  private insertOf(fresh: ReadonlyMap<string, FreshKeys>) {
    const wrapped = (section: SealedSection) => [...fresh.values()].map((keys) => keys[section].wrapped);
    return sql`
      insert into keys.subjects (subject, master_key_id, person, health)
      select subject, ${this.master.id}, person, health
      from unnest(${[...fresh.keys()]}::text[], ${wrapped('person')}::bytea[], ${wrapped('health')}::bytea[])
        as fresh (subject, person, health)
      on conflict (subject) do nothing`;
  }

  private async load(subjects: readonly string[]): Promise<ReadonlyMap<string, SubjectKeys>> {
    const destroyedBefore = this.destroyed;
    const { rows } = await sql<KeyRow>`${knownOf(subjects)}`.execute(this.database.kysely);
    const found = new Map(rows.map((row) => [row.subject, this.open(row)]));
    this.keep(found, destroyedBefore);
    return found;
  }

  /** In the cache, unless a key was destroyed since they were asked for. */
  private keep(found: ReadonlyMap<string, SubjectKeys>, destroyedBefore: number): void {
    if (this.destroyed !== destroyedBefore) return;
    for (const [subject, keys] of found) this.cache.set(subject, keys);
  }

  private open(row: KeyRow): SubjectKeys {
    if (row.master_key_id !== this.master.id) {
      throw new Error(
        `The keys of ${row.subject} were wrapped with master key ${row.master_key_id}, this process has ${this.master.id}`,
      );
    }
    const keys: SubjectKeys = {};
    for (const section of SEALED_SECTIONS) {
      const wrapped = row[section];
      if (wrapped) keys[section] = this.master.unwrap(wrapped, `${row.subject}/${section}`);
    }
    return keys;
  }
}

interface KeyRow {
  readonly subject: string;
  readonly master_key_id: string;
  readonly person: Buffer | null;
  readonly health: Buffer | null;
}

/** Made here just now: what it holds is known already. */
interface MadeRow {
  readonly subject: string;
  readonly master_key_id: null;
}

interface FreshKeys extends Record<SealedSection, NewKey> {
  readonly keys: SubjectKeys;
}

const knownOf = (subjects: readonly string[]) => sql`
  select subject, master_key_id, person, health from keys.subjects where subject = any(${subjects}::text[])`;

/** Makes the table of keys where it is missing; where it is there, without asking for a right to make any. */
export async function createKeyTable(database: Database): Promise<void> {
  const { rows } = await sql`
    select from pg_class where relname = 'subjects' and relnamespace = (select oid from pg_namespace where nspname = 'keys')`.execute(
    database.kysely,
  );
  if (rows.length > 0) return;
  await database.kysely.transaction().execute(async (transaction) => {
    await createSchema(transaction, 'keys');
    await sql`
      create table if not exists keys.subjects (
        subject text primary key,
        master_key_id text not null,
        person bytea,
        person_destroyed_at timestamptz,
        health bytea,
        health_destroyed_at timestamptz,
        created_at timestamptz not null default now()
      )`.execute(transaction);
  });
}
