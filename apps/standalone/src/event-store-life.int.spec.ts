import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventCodec, EventStore, logIsNear } from '#event-store';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { event } from '#kernel';
import { eventually, inMemoryKeyRing, testContext } from '#testing';
import { withLife } from './event-store-life.js';
import { revived } from './revived.js';

const LOOK_EVERY_MS = 10;

describe('An event store of this process', () => {
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'lindung-life-'));
  });
  afterEach(() => rm(data, { recursive: true }));

  it('that answers no more is started again with what it held, and whoever uses it goes on', async () => {
    const said: string[] = [];
    const first = await startEventStoreServer({ port: 0, data });
    const again = async (died: EventStoreServer) => {
      await died.stop();
      return withLife(await startEventStoreServer({ port: died.port, data }), LOOK_EVERY_MS);
    };
    const server = revived('The event store', withLife(first, LOOK_EVERY_MS), again, (line) =>
      said.push(line),
    );
    const far = logIsNear(first.connectionString, {
      read: (request) => server.now().near.read(request),
      batchAppend: () => server.now().near.batchAppend(),
    });
    const store = EventStore.at(first.connectionString, new EventCodec(inMemoryKeyRing()));
    await store.append('thing-1', [event('ThingMoved', {})], null, testContext());

    await first.stop();
    await eventually('it runs again', () => said.includes('The event store runs again.'));
    expect(said[0]).toBe(
      `The event store has died (nothing answers on port ${first.port}). Starting it again …`,
    );
    await store.append('thing-1', [event('ThingMoved', {})], 0n, testContext());
    expect((await Array.fromAsync(store.read('thing-1'))).map(({ revision }) => revision)).toEqual([0n, 1n]);

    await store.close();
    far();
    await server.stop(1_000);
  });
});
