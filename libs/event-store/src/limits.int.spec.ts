import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { event } from '#kernel';
import { BAD_WAYS, type TcpProxy, eventually, inMemoryKeyRing, tcpProxy, testContext } from '#testing';
import { EventCodec } from './codec.js';
import { EventStore } from './event-store.js';
import { AppendUnanswered, outageOfLog } from './outage.js';

const LIMIT_MS = 300;

describe('A way to the event log that has become bad', () => {
  let server: EventStoreServer;
  let proxy: TcpProxy;
  let store: EventStore;

  beforeAll(async () => {
    server = await startEventStoreServer({ port: 0, mem: true });
  });
  beforeEach(async () => {
    proxy = await tcpProxy({ port: server.port });
    // The connection is asked every second whether it still lives.
    const address = `esdb://127.0.0.1:${proxy.port}?tls=false&keepAliveInterval=1000&keepAliveTimeout=500`;
    const timeouts = { appendMs: LIMIT_MS, readMs: LIMIT_MS };
    store = EventStore.at(address, new EventCodec(inMemoryKeyRing()), timeouts);
    // The first one waits for the connection as well.
    await eventually('it works', works);
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
  });
  afterAll(() => server.stop());

  const append = () => store.append(`thing-${randomUUID()}`, [event('ThingMoved', {})], null, testContext());
  const works = () =>
    append().then(
      () => true,
      () => false,
    );

  const WORK: Readonly<Record<string, () => Promise<unknown>>> = {
    'an append': append,
    'the reading of a stream': () => Array.fromAsync(store.read('thing-1')),
    'the search for the newest position': () => store.lastPosition(),
    'the look at a position': () => store.firstFrom(0n),
    'the start of a subscription': async () => {
      const signal = new AbortController().signal;
      for await (const _batch of store.follow(null, signal)) return;
    },
  };

  describe.each(BAD_WAYS)('%s', (way) => {
    it.each(Object.entries(WORK))(
      'fails %s in time, as an outage, and it works again',
      async (_what, work) => {
        await proxy.become(way);
        const failure: unknown = await work().then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure instanceof AppendUnanswered || outageOfLog(failure) === 'UNREACHABLE').toBe(true);
        await proxy.become('open');
        await eventually('it works again', works);
      },
    );

    it('ends a subscription that has begun, so that its reader begins again', async () => {
      const last = await store.lastPosition();
      const following = Array.fromAsync(store.follow(last, new AbortController().signal));
      const ended = following.then(
        () => undefined,
        (error: unknown) => error,
      );
      const other = EventStore.at(server.connectionString, new EventCodec(inMemoryKeyRing()));
      await other.append(`thing-${randomUUID()}`, [event('ThingMoved', {})], null, testContext());
      await other.close();
      await proxy.become(way);
      // What is only slow lives.
      if (way === 'slow') await store.close();
      else expect(outageOfLog(await ended)).toBe('UNREACHABLE');
    });

    it('does not keep anybody who closes', async () => {
      const following = Array.fromAsync(store.follow(null, new AbortController().signal));
      await proxy.become(way);
      await Promise.all([store.close(), following.catch(() => {})]);
    });
  });

  it('a connection that went silent is replaced after the first that waited in vain', async () => {
    await proxy.become('half-open');
    await expect(append()).rejects.toThrow(`recorded the events: no answer within ${LIMIT_MS} ms`);
    await append();
  });

  it('nobody knows what became of an append that was sent when the connection broke', async () => {
    await proxy.become('frozen');
    const sent = append().catch((error: unknown) => error);
    await eventually('it is on its way', () => proxy.held() > 0);
    await proxy.become('reset');
    expect(await sent).toBeInstanceOf(AppendUnanswered);
    expect(await sent).toMatchObject({ message: expect.stringContaining('ECONNRESET') });
  });

  it('an append that could not be sent is known not to be recorded', async () => {
    await proxy.become('closed');
    await eventually('the connection is gone', () => proxy.connections() === 0);
    await append().catch(() => {});
    const failure = await append().catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(AppendUnanswered);
    expect(outageOfLog(failure)).toBe('UNREACHABLE');
  });

  it('a cluster in which nobody is found is an outage', async () => {
    await proxy.become('frozen');
    const url = `esdb+discover://127.0.0.1:${proxy.port}?tls=false`;
    const lost = EventStore.at(url, new EventCodec(inMemoryKeyRing()), {
      appendMs: LIMIT_MS,
      readMs: LIMIT_MS,
    });
    const failures = await Promise.all([
      lost.lastPosition().catch((error: unknown) => error),
      lost.append('thing-1', [event('ThingMoved', {})], null, testContext()).catch((error: unknown) => error),
    ]);
    expect(failures.map(outageOfLog)).toEqual(['UNREACHABLE', 'UNREACHABLE']);
    await lost.close();
  });
});
