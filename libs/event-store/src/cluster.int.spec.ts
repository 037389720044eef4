import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { event } from '#kernel';
import {
  ClusterInTrouble,
  TROUBLES,
  type TroubleName,
  eventually,
  inMemoryKeyRing,
  testContext,
} from '#testing';
import { EventCodec } from './codec.js';
import { EventStore } from './event-store.js';
import { AppendsRefused } from './outage.js';

describe('A cluster', () => {
  let log: EventStoreServer;
  let cluster: ClusterInTrouble;
  const stores: EventStore[] = [];

  beforeEach(async () => {
    log = await startEventStoreServer({ port: 0, mem: true });
    cluster = await ClusterInTrouble.start({ logPort: log.port, random: () => 0.4, electionMs: 100 });
  });
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await cluster.stop();
    await log.stop();
  });

  const connected = (query = '', limitMs = 3_000) => {
    const url = cluster.connectionString.replace('?', `?maxDiscoverAttempts=3&gossipTimeout=1${query}&`);
    const limits = { appendMs: limitMs, readMs: limitMs };
    const store = EventStore.at(url, new EventCodec(inMemoryKeyRing()), limits);
    stores.push(store);
    return store;
  };
  const append = (store: EventStore, streamId: string = `thing-${randomUUID()}`) =>
    store.append(streamId, [event('ThingMoved', {})], null, testContext());
  const isReady = (store: EventStore) =>
    store.ready().then(
      () => true,
      () => false,
    );

  it('shows what was just recorded to whoever reads it, also when the connection is to a follower that lags', async () => {
    const store = connected('&nodePreference=follower');
    await append(store);
    const end = await TROUBLES['followers lag'](cluster);
    for (let n = 0; n < 20; n++) {
      const streamId = `thing-${randomUUID()}`;
      const { position } = await append(store, streamId);
      expect(await Array.fromAsync(store.read(streamId))).toHaveLength(1);
      expect(await store.lastPosition()).toBe(position);
    }
    await end();
  });

  it('whose leader is deposed shows the same from the next one', async () => {
    const store = connected();
    const streamId = `thing-${randomUUID()}`;
    await append(store, streamId);
    const end = await TROUBLES['the leader is deposed'](cluster);
    expect(await Array.fromAsync(store.read(streamId))).toHaveLength(1);
    await end();
  });

  it.each<TroubleName>(['there is no quorum', 'nobody is ready', 'everybody is gone', 'gossip fails'])(
    'is not ready while %s, although nobody has appended, and is again afterwards',
    async (name) => {
      const store = connected('', 1_000);
      expect(await isReady(store)).toBe(true);
      const end = await TROUBLES[name](cluster);
      await eventually('it is told', async () => !(await isReady(store)));
      await end();
      await eventually('it is ready', () => isReady(store));
    },
  );

  it('tells who is in it and who leads, also before it has elected anybody', async () => {
    const store = connected('', 1_000);
    const leader = `127.0.0.1:${cluster.leader!.port}`;
    const report = await store.check();
    expect(report).toMatchObject({ leader, noAppends: null, said: [] });
    expect(report.members.map(({ address }) => address).sort()).toEqual(
      cluster.nodes.map(({ port }) => `127.0.0.1:${port}`).sort(),
    );
    expect(new Set(Object.values(report.rights))).toEqual(new Set(['given']));
    const end = await TROUBLES['there is no quorum'](cluster);
    await eventually('it is told', async () => (await store.check()).noAppends !== null);
    expect((await store.check()).rights).toMatchObject({ 'read streams': 'not known' });
    await end();
  });

  it('is not ready after an append that it did not confirm, until it confirms one', async () => {
    const store = connected();
    await append(store);
    const end = await TROUBLES['commit time-outs, not recorded'](cluster);
    await eventually('one is not confirmed', () =>
      append(store).then(
        () => false,
        () => true,
      ),
    );
    const why = await store.ready().catch((error: unknown) => error);
    expect(why).toBeInstanceOf(AppendsRefused);
    expect((why as Error).message).toBe('The event log did not confirm the last append');
    await end();
    await append(store);
    await store.ready();
  });
});
