import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { EventCodec, EventStore } from '#event-store';
import { event } from '#kernel';
import {
  type FreshDatabase,
  type LocalEventStore,
  freshDatabase,
  localEventStore,
  testContext,
} from '#testing';
import { type Database, connectDatabase } from '#postgres';
import { PostgresKeyRing } from './key-ring.js';

describe('the key ring in PostgreSQL', () => {
  const masterKey = randomBytes(32);
  let fresh: FreshDatabase;

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const open = (database: Database = fresh.database, key = masterKey) =>
    PostgresKeyRing.open({ database, masterKey: key });
  const newPersons = (count: number) => Array.from({ length: count }, () => randomUUID());

  it('makes two keys of 32 bytes on first use, and the same ones are found from then on, by others too', async () => {
    const [ring, persons] = [await open(), newPersons(3)];
    const made = await ring.ensure(persons);
    for (const person of persons) {
      expect(made.get(person)?.person).toHaveLength(32);
      expect(made.get(person)?.health).toHaveLength(32);
    }
    expect(await ring.ensure(persons)).toEqual(made);
    expect(await (await open()).find(persons)).toEqual(made);
  });

  it('makes nothing when it is only asked to find', async () => {
    const [ring, persons] = [await open(), newPersons(1)];
    expect(await ring.find(persons)).toEqual(new Map());
    expect(await (await open()).find(persons)).toEqual(new Map());
  });

  it('gives processes that ask for the same persons at once the same keys', async () => {
    const persons = newPersons(200);
    const [one, another, third] = await Promise.all([open(), open(), open()]);
    const [first, ...others] = await Promise.all([
      one.ensure(persons),
      another.ensure(persons.toReversed()),
      third.ensure(persons),
    ]);
    expect(first.size).toBe(200);
    for (const other of others) expect(other).toEqual(first);
  });

  it('puts thousands of concurrent callers into a few inserts', async () => {
    const ring = await open();
    const before = await inserts();
    const persons = newPersons(3_000);
    const rings = await Promise.all(persons.map((person) => ring.ensure([person])));
    expect(rings.every((keys, index) => keys.get(persons[index]!)?.person?.length === 32)).toBe(true);
    expect((await inserts()) - before).toBeLessThanOrEqual(4);
  });

  /** Each insert has a transaction of its own, whose id its rows carry. */
  async function inserts(): Promise<number> {
    const { rows } = await sql<{ transactions: number }>`
      select count(distinct xmin::text)::int as transactions from keys.subjects`.execute(
      fresh.database.kysely,
    );
    return rows[0]!.transactions;
  }

  it('erases a section for good: no key is found or made for it again', async () => {
    const [ring, [person]] = [await open(), newPersons(1) as [string]];
    const health = (await ring.ensure([person])).get(person)?.health;
    await ring.destroy(person, ['person']);
    for (const some of [ring, await open()]) {
      expect((await some.find([person])).get(person)).toEqual({ health });
      expect((await some.ensure([person])).get(person)).toEqual({ health });
    }
    await ring.destroy(person);
    expect((await ring.ensure([person])).get(person)).toEqual({});
  });

  it('never makes a key for a person who was erased before having one', async () => {
    const [ring, [person]] = [await open(), newPersons(1) as [string]];
    await ring.destroy(person);
    expect((await ring.ensure([person])).get(person)).toEqual({});
  });

  it('keeps when a key was destroyed, however often it is asked to', async () => {
    const [ring, [person]] = [await open(), newPersons(1) as [string]];
    await ring.destroy(person, ['health']);
    const first = await tombstone(person);
    await ring.destroy(person, ['health']);
    expect(first).toMatchObject({ person: null, health: expect.any(String) });
    expect(await tombstone(person)).toEqual(first);
  });

  async function tombstone(subject: string): Promise<unknown> {
    const { rows } = await sql`
      select person_destroyed_at as person, health_destroyed_at as health from keys.subjects
      where subject = ${subject}`.execute(fresh.database.kysely);
    return rows[0];
  }

  it('stops using a key that another process destroyed once the cache is past its time', async () => {
    const [person] = newPersons(1) as [string];
    const forgetful = await PostgresKeyRing.open({ database: fresh.database, masterKey, cacheTtlMs: 0 });
    await forgetful.ensure([person]);
    await (await open()).destroy(person);
    expect((await forgetful.find([person])).get(person)).toEqual({});
  });

  it('tells when the master key is another one, and refuses one of the wrong length', async () => {
    const persons = newPersons(1);
    await (await open()).ensure(persons);
    await expect((await open(fresh.database, randomBytes(32))).find(persons)).rejects.toThrow(
      'wrapped with master key',
    );
    await expect(open(fresh.database, randomBytes(16))).rejects.toThrow(RangeError);
  });

  it('does not open a key that was put into another person’s row', async () => {
    const [mine, theirs] = newPersons(2) as [string, string];
    await (await open()).ensure([mine, theirs]);
    await sql`
      update keys.subjects set person = (select person from keys.subjects where subject = ${theirs})
      where subject = ${mine}`.execute(fresh.database.kysely);
    await expect((await open()).find([mine])).rejects.toThrow('unable to authenticate');
  });

  it('fails the caller, and works again, when the database was away', async () => {
    const broken = connectDatabase({ url: fresh.url, maxConnections: 1, applicationName: 'to be closed' });
    const ring = await open(broken);
    await broken.close();
    await expect(ring.ensure(newPersons(1))).rejects.toThrow('driver has already been destroyed');
  });
});

describe('events sealed with keys from PostgreSQL', () => {
  let fresh: FreshDatabase;
  let log: LocalEventStore;
  let ring: PostgresKeyRing;
  let store: EventStore;

  beforeAll(async () => {
    fresh = await freshDatabase();
    log = await localEventStore();
    ring = await PostgresKeyRing.open({ database: fresh.database, masterKey: randomBytes(32) });
    store = EventStore.at(log.connectionString, new EventCodec(ring));
  });
  afterAll(async () => {
    await store.close();
    await log.stop();
    await fresh.drop();
  });

  it('are erased when the person’s key is destroyed, and nothing personal can be added', async () => {
    const registered = event('ParticipantRegistered', {
      participantId: 'p-1',
      person: { name: 'Siti Aminah' },
    });
    const read = async () => (await Array.fromAsync(store.read('participant-p-1'))).map(({ data }) => data);
    await store.append('participant-p-1', [registered], null, testContext());
    expect(await read()).toEqual([registered.data]);
    await ring.destroy('p-1');
    expect(await read()).toEqual([{ participantId: 'p-1', person: { erased: true } }]);
    const again = store.append('participant-p-1', [registered], 0n, testContext({ commandId: randomUUID() }));
    await expect(again).rejects.toThrow('The person key of participant p-1 was destroyed');
  });
});
