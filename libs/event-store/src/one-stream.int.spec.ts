import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type CommandContext, type DomainEvent, stream as streamOf } from '#kernel';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { testContext } from '#testing/decisions';
import { EventCodec } from './codec.js';
import { EventStore } from './event-store.js';
import { NO_KEYS } from './key-ring.js';
import { OneStream } from './one-stream.js';

type CounterEvent = DomainEvent<'Counted', { by: number }>;

const counter = streamOf<number, CounterEvent>('counter', {
  initial: 0,
  evolve: (sum, { data }) => sum + data.by,
});

const counted = (by: number): CounterEvent[] => [{ type: 'Counted', data: { by } }];

describe('A stream that one piece of work appends to', () => {
  let server: EventStoreServer;
  let store: EventStore;
  beforeAll(async () => {
    server = await startEventStoreServer({ port: 0, mem: true });
    store = EventStore.at(server.connectionString, new EventCodec(NO_KEYS));
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const context = (): CommandContext => ({ ...testContext(), commandId: randomUUID() });

  it('is read once, however many steps there are', async () => {
    const reads = jest.spyOn(store, 'readBatches');
    try {
      const one = await OneStream.read(store, counter, randomUUID());
      for (let step = 0; step < 20; step++) await one.step(context(), (sum) => counted(sum + 1));
      expect(one.state).toBe(2 ** 20 - 1);
      expect(reads).toHaveBeenCalledTimes(1);
    } finally {
      reads.mockRestore();
    }
  });

  it('is read anew when somebody else came first, and decided on what is known then', async () => {
    const id = randomUUID();
    const [one, other] = [await OneStream.read(store, counter, id), await OneStream.read(store, counter, id)];
    await other.step(context(), () => counted(10));
    await one.step(context(), (sum) => counted(sum + 1));
    expect(one.state).toBe(21);
    expect(await store.state(counter, id)).toBe(21);
  });

  it('takes a step of two at once only once', async () => {
    const id = randomUUID();
    const [one, other] = [await OneStream.read(store, counter, id), await OneStream.read(store, counter, id)];
    const step = context();
    await Promise.all([one.step(step, () => counted(1)), other.step(step, () => counted(1))]);
    expect(await store.state(counter, id)).toBe(1);
    expect([one.state, other.state]).toEqual([1, 1]);
  });

  it('records nothing when nothing is decided', async () => {
    const one = await OneStream.read(store, counter, randomUUID());
    expect(await one.step(context(), () => [])).toBeUndefined();
  });
});
