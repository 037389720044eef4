import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { EventCodec, EventStore, NO_KEYS, type SubjectKeys } from '#event-store';
import { SEALED, event } from '#kernel';
import { type KeyStore, SqliteKeyStore } from '#key-store';
import {
  type FreshKeyStore,
  type LocalEventStore,
  freshKeyStore,
  localEventStore,
  testContext,
} from '#testing';
import { PersonKeyRing } from './person-key-ring.js';

/** What the keys are: Jest takes one key for another. */
const bytesOf = (keys: SubjectKeys | undefined) =>
  keys && Object.fromEntries(Object.entries(keys).map(([section, key]) => [section, key.export()]));

const allBytes = (rings: ReadonlyMap<string, SubjectKeys>) =>
  new Map([...rings].map(([person, keys]) => [person, bytesOf(keys)]));

const newPersons = (count: number) => Array.from({ length: count }, () => randomUUID());

describe('the key ring', () => {
  const masterKey = randomBytes(32);
  let fresh: FreshKeyStore;

  beforeAll(async () => {
    fresh = await freshKeyStore();
  });
  afterAll(() => fresh.drop());

  const open = (store: KeyStore = fresh.store, key = masterKey) =>
    new PersonKeyRing({ store, masterKey: key });

  it('makes two keys of 32 bytes on first use, and the same ones are found from then on, by others too', async () => {
    const [ring, persons] = [open(), newPersons(3)];
    const made = await ring.ensure(persons);
    for (const person of persons) {
      expect(made.get(person)?.person?.export().length).toBe(32);
      expect(made.get(person)?.health?.export().length).toBe(32);
    }
    expect(allBytes(await ring.ensure(persons))).toEqual(allBytes(made));
    expect(allBytes(await open().find(persons))).toEqual(allBytes(made));
  });

  it('makes nothing when it is only asked to find', async () => {
    const [ring, persons] = [open(), newPersons(1)];
    expect(await ring.find(persons)).toEqual(new Map());
    expect(await open().find(persons)).toEqual(new Map());
  });

  it('gives those who ask for the same persons at once the same keys', async () => {
    const persons = newPersons(200);
    const another = SqliteKeyStore.open(fresh.directory);
    const [first, ...others] = await Promise.all([
      open().ensure(persons),
      open().ensure(persons.toReversed()),
      open(another).ensure(persons),
    ]);
    await another.close();
    expect(first.size).toBe(200);
    for (const other of others) expect(allBytes(other)).toEqual(allBytes(first));
  });

  it('asks the store once for thousands of concurrent callers', async () => {
    const [ring, persons] = [open(), newPersons(3_000)];
    const asked = jest.spyOn(fresh.store, 'ensure');
    const rings = await Promise.all(persons.map((person) => ring.ensure([person])));
    expect(rings.every((keys, index) => keys.get(persons[index]!)?.person?.export().length === 32)).toBe(
      true,
    );
    expect(asked.mock.calls.map(([some]) => some.length)).toEqual([1_000, 1_000, 1_000]);
    asked.mockRestore();
  });

  it('erases a section for good: no key is found or made for it again', async () => {
    const [ring, [person]] = [open(), newPersons(1) as [string]];
    const { health } = bytesOf((await ring.ensure([person])).get(person))!;
    await ring.destroy(person, ['person']);
    for (const some of [ring, open()]) {
      expect(bytesOf((await some.find([person])).get(person))).toEqual({ health });
      expect(bytesOf((await some.ensure([person])).get(person))).toEqual({ health });
    }
    await ring.destroy(person);
    expect((await ring.ensure([person])).get(person)).toEqual({});
  });

  it('never makes a key for a person who was erased before having one', async () => {
    const [ring, [person, half]] = [open(), newPersons(2) as [string, string]];
    await ring.destroy(person);
    await ring.destroy(half, ['health']);
    expect((await ring.ensure([person])).get(person)).toEqual({});
    const made = bytesOf((await ring.ensure([half])).get(half));
    expect(made).toEqual({ person: expect.any(Buffer) });
    expect(bytesOf((await open().find([half])).get(half))).toEqual(made);
  });

  it('stops using a key that another process destroyed within a minute, and not a key of anybody else', async () => {
    const [person, other] = newPersons(2) as [string, string];
    let now = 0;
    const ring = new PersonKeyRing({ store: fresh.store, masterKey, now: () => now });
    const keys = await ring.ensure([person, other]);
    const elsewhere = SqliteKeyStore.open(fresh.directory);
    await elsewhere.destroy(person, ['person', 'health']);
    await elsewhere.close();
    now = 59_999;
    expect(bytesOf((await ring.find([person])).get(person))).toEqual(bytesOf(keys.get(person)));
    now = 60_000;
    expect(allBytes(await ring.find([person, other]))).toEqual(
      new Map([
        [person, {}],
        [other, bytesOf(keys.get(other))],
      ]),
    );
    expect((await ring.ensure([person])).get(person)).toEqual({});
  });

  it('tells when the master key is another one, and refuses one of the wrong length', async () => {
    const persons = newPersons(1);
    await open().ensure(persons);
    await expect(open(fresh.store, randomBytes(32)).find(persons)).rejects.toThrow('wrapped with master key');
    expect(() => open(fresh.store, randomBytes(16))).toThrow(RangeError);
  });

  it('does not open a key that was put into another person’s row', async () => {
    const [mine, theirs] = newPersons(2) as [string, string];
    await open().ensure([mine, theirs]);
    const swapped: KeyStore = {
      ...fresh.store,
      find: async () => new Map([[mine, (await fresh.store.find([theirs])).get(theirs)!]]),
    } as unknown as KeyStore;
    await expect(open(swapped).find([mine])).rejects.toThrow('unable to authenticate');
  });

  it('fails the caller when the store was closed, and says so', async () => {
    const closed = SqliteKeyStore.open(fresh.directory);
    await closed.close();
    await expect(open(closed).ensure(newPersons(1))).rejects.toThrow('were closed');
  });
});

describe('events sealed with keys of the store', () => {
  let fresh: FreshKeyStore;
  let log: LocalEventStore;
  let ring: PersonKeyRing;
  let store: EventStore;

  beforeAll(async () => {
    fresh = await freshKeyStore();
    log = await localEventStore();
    ring = new PersonKeyRing({ store: fresh.store, masterKey: randomBytes(32) });
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
    // Whoever has no keys at all knows of nobody that they were erased.
    const sealed = EventStore.at(log.connectionString, new EventCodec(NO_KEYS));
    const [closed] = await Array.fromAsync(sealed.read('participant-p-1'));
    expect(closed?.data).toEqual({ participantId: 'p-1', person: SEALED });
    await sealed.close();
    await ring.destroy('p-1');
    expect(await read()).toEqual([{ participantId: 'p-1', person: { erased: true } }]);
    const again = store.append('participant-p-1', [registered], 0n, testContext({ commandId: randomUUID() }));
    await expect(again).rejects.toThrow('The person key of participant p-1 was destroyed');
  });
});
