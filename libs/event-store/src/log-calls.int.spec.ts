import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { EventStoreDBClient, WrongExpectedVersionError, jsonEvent } from '@eventstore/db-client';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { LogCalls } from './log-calls.js';
import { type FindChannel, channelOverClient } from './log-channel.js';
import { logOverPort, serveLog } from './log-over-port.js';
import { AppendUnanswered, LogUnavailable, outageOfLog } from './outage.js';

const WAYS = ['over a connection', 'within one process', 'from another thread'] as const;
type Way = (typeof WAYS)[number];

/** An embedded log and calls to it. */
async function startLog(way: Way) {
  const server: EventStoreServer = await startEventStoreServer({ port: 0, mem: true });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  const { port1, port2 } = new MessageChannel();
  serveLog(port1, server.near);
  const channels: Readonly<Record<Way, FindChannel>> = {
    'over a connection': channelOverClient(client),
    'within one process': () => Promise.resolve(server.near),
    'from another thread': () => Promise.resolve(overPort),
  };
  const overPort = logOverPort(port2);
  const calls = new LogCalls(channels[way]);
  return {
    calls,
    server,
    client,
    stop: async () => {
      calls.close();
      port2.close();
      await client.dispose();
      await server.stop();
    },
  };
}

const counted = (n = 1) => [jsonEvent({ type: 'Counted', data: { n } })];
const SECOND = 1000;
/** Longer than a log takes that has only two busy cores. */
const PATIENCE = 20 * SECOND;

describe.each(WAYS)('Calls to the log %s', (way) => {
  let log: Awaited<ReturnType<typeof startLog>>;
  beforeEach(async () => {
    log = await startLog(way);
  });
  afterEach(() => log.stop());

  const read = async (streamId: string, size = 10) =>
    (await Array.fromAsync(log.calls.read(streamId, 0n, size))).map((batch) => batch.map(({ data }) => data));

  it('append, read in batches and find what the client finds', async () => {
    for (let n = 0; n < 5; n++) {
      const after = n === 0 ? null : BigInt(n - 1);
      await expect(log.calls.append('s', counted(n), after, PATIENCE)).resolves.toMatchObject({
        revision: BigInt(n),
      });
    }
    expect(await read('s', 2)).toEqual([[{ n: 0 }, { n: 1 }], [{ n: 2 }, { n: 3 }], [{ n: 4 }]]);
    expect(await read('nothing')).toEqual([]);
    const [ours] = await Array.fromAsync(log.calls.read('s', 3n, 1));
    const [theirs] = await Array.fromAsync(log.client.readStream('s', { fromRevision: 3n, maxCount: 1 }));
    expect(ours).toEqual([theirs?.event]);
  });

  it('append whole what goes in several messages, and other appends between them', async () => {
    const large = Array.from({ length: 40 }, (_, n) =>
      jsonEvent({ type: 'Counted', data: { n, text: 'x'.repeat(10_000) } }),
    );
    const both = [
      log.calls.append('large', large, null, PATIENCE),
      log.calls.append('s', counted(), null, PATIENCE),
    ];
    const [appended] = await Promise.all(both);
    expect(appended?.revision).toBe(39n);
    expect((await read('large', 40)).flat()).toEqual(large.map(({ data }) => data));
    expect(await read('s')).toEqual([[{ n: 1 }]]);
  });

  it('say that a stream is elsewhere as the client says it', async () => {
    await log.calls.append('s', counted(), null, PATIENCE);
    await expect(log.calls.append('s', counted(), null, PATIENCE)).rejects.toThrow(WrongExpectedVersionError);
    await expect(log.calls.append('s', counted(), 7n, PATIENCE)).rejects.toMatchObject({
      streamName: 's',
      expectedVersion: 7n,
      actualVersion: 0n,
    });
  });

  it('of two logs in one process are kept apart: when one stops, the other answers all that it was asked', async () => {
    const other = await startLog(way);
    await other.calls.append('s', counted(), null, PATIENCE);
    const asked = Array.from({ length: 200 }, () =>
      log.calls.append(randomUUID(), counted(), null, PATIENCE),
    );
    const lost = Array.from({ length: 50 }, () => other.calls.append(randomUUID(), counted(), null, SECOND));
    const [answers, outcomes] = await Promise.all([
      Promise.all(asked),
      Promise.allSettled(lost),
      other.server.stop(),
    ]);
    expect(answers).toHaveLength(200);
    expect(outcomes).toHaveLength(50);
    const gone = await other.calls
      .append(randomUUID(), counted(), null, 500)
      .catch((error: unknown) => error);
    expect(gone instanceof AppendUnanswered || outageOfLog(gone) === 'UNREACHABLE').toBe(true);
    await expect(log.calls.append('s', counted(), null, PATIENCE)).resolves.toMatchObject({ revision: 0n });
    await other.stop();
  });

  it('follow the log at the pace of who follows, and end when told so', async () => {
    for (let n = 0; n < 30; n++) await log.calls.append(`s-${n}`, counted(n), null, PATIENCE);
    const stopped = new AbortController();
    const seen: unknown[] = [];
    for await (const batch of log.calls.subscribe(null, { size: 4, signal: stopped.signal })) {
      expect(batch.length).toBeLessThanOrEqual(4);
      seen.push(...batch.flatMap((item) => ('data' in item ? [item.data] : [])));
      await wait(1);
      if (seen.length === 30) await log.calls.append('s-30', counted(30), null, PATIENCE);
      if (seen.length === 31) stopped.abort();
    }
    expect(seen).toEqual(Array.from({ length: 31 }, (_, n) => ({ n })));
    const never = log.calls.subscribe(null, { size: 4, signal: stopped.signal });
    expect(await Array.fromAsync(never)).toEqual([]);
  });

  it('fail when the log goes, and whoever follows is told', async () => {
    await log.calls.append('s', counted(), null, PATIENCE);
    const batches = log.calls.subscribe(null, { size: 4, signal: new AbortController().signal });
    expect((await batches.next()).done).toBe(false);
    const following = (async () => {
      for await (const batch of batches) expect(batch.filter((item) => 'id' in item)).toEqual([]);
    })();
    const ended = following.catch((error: unknown) => error);
    await log.server.stop();
    expect(await ended).toBeInstanceOf(LogUnavailable);
    await expect(read('s')).rejects.toThrow(LogUnavailable);
  });
});

describe('Calls to the log over a connection', () => {
  it('drop an answer that comes when nobody waits for it any more', async () => {
    const log = await startLog('over a connection');
    await log.calls.append('s', counted(), null, PATIENCE);
    const hasty = Array.from({ length: 50 }, (_, n) => log.calls.append(`late-${n}`, counted(), null, 0));
    const given = (await Promise.allSettled(hasty)).flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as Error).name] : [],
    );
    expect(new Set(given)).toEqual(new Set(['AppendUnanswered']));
    // There and back: what the log had sent by then has arrived.
    await Array.fromAsync(log.calls.read('s', 0n, 1));
    await expect(log.calls.append('s', counted(), 0n, PATIENCE)).resolves.toMatchObject({ revision: 1n });
    await log.stop();
  });
});
