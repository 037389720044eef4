import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, WrongExpectedVersionError, jsonEvent } from '@eventstore/db-client';
import { startEventStoreServer } from '#event-store-server';
import { type TellingLog, type Told, inMemoryKeyRing, tcpProxy, tellingLog } from '#testing';
import { EventCodec } from './codec.js';
import { EventStore } from './event-store.js';
import { LogCalls } from './log-calls.js';
import { channelOverClient } from './log-channel.js';
import { AppendTooLarge, AppendUnanswered, LogUnavailable } from './outage.js';

const LIMIT_MS = 800;
const counted = [jsonEvent({ type: 'Counted', data: { n: 1 } })];

function callsTo(url: string) {
  const client = EventStoreDBClient.connectionString(url);
  const calls = new LogCalls(channelOverClient(client), LIMIT_MS);
  const append = (streamId: string = randomUUID()) => calls.append(streamId, counted, null, LIMIT_MS);
  return {
    append,
    failure: () =>
      append().then(
        () => undefined,
        (error: unknown) => error,
      ),
    read: () => Array.fromAsync(calls.read('thing-1', 0n, 10)),
    follow: () => Array.fromAsync(calls.subscribe(null, { size: 10, signal: new AbortController().signal })),
    close: async () => {
      calls.close();
      await client.dispose();
    },
  };
}

describe('A log in trouble', () => {
  let log: TellingLog;
  let ours: ReturnType<typeof callsTo>;
  beforeEach(async () => {
    log = await tellingLog();
    ours = callsTo(log.url);
  });
  afterEach(async () => {
    await ours.close();
    await log.close();
  });

  it.each<[string, Told, new (...given: never[]) => Error]>([
    [
      'Server Is Not Ready',
      { answer: 'Server Is Not Ready', details: 'google.protobuf.Empty' },
      LogUnavailable,
    ],
    ['Server Is Not Ready', { answer: 'Server Is Not Ready' }, LogUnavailable],
    ['Server Is Not Ready', { status: 14, words: 'Server Is Not Ready' }, LogUnavailable],
    [
      'AccessDenied',
      { answer: 'AccessDenied', details: 'event_store.client.AccessDenied', code: 7 },
      LogUnavailable,
    ],
    [
      'BadRequest',
      { answer: 'BadRequest', details: 'event_store.client.BadRequest', code: 3, twice: true },
      LogUnavailable,
    ],
    ['Timeout', { answer: 'Timeout', details: 'event_store.client.Timeout', code: 4 }, AppendUnanswered],
    ['Unknown', { answer: 'Unknown', details: 'event_store.client.Unknown', code: 2 }, AppendUnanswered],
    ['no reason was given', { answer: '' }, AppendUnanswered],
    [
      'Forwarding timeout',
      { status: 10, words: 'Operation timed out: Forwarding timeout' },
      AppendUnanswered,
    ],
    ['Received RST_STREAM with code 0', { reset: 0 }, AppendUnanswered],
    ['the server ended the call', { status: 0, words: '' }, AppendUnanswered],
    ['no answer within', 'nothing', AppendUnanswered],
    ['', { bytes: Buffer.from([0x0a, 0xff]) }, AppendUnanswered],
  ])('says "%s" to an append (%j), and takes the next one', async (said, told, kind) => {
    log.append = told;
    const failure = await ours.failure();
    expect(failure).toBeInstanceOf(kind);
    expect((failure as Error).message).toContain(said);
    expect((failure as Error).message).not.toMatch(/: $/);
    log.append = 'done';
    await expect(ours.append()).resolves.toMatchObject({ revision: 0n });
  });

  it('that takes no append of that size, or is at another revision, says so', async () => {
    const details = 'event_store.client.MaximumAppendSizeExceeded';
    log.append = { answer: 'MaximumAppendSizeExceeded', details, code: 3 };
    expect(await ours.failure()).toBeInstanceOf(AppendTooLarge);
    log.append = {
      answer: 'WrongExpectedVersion',
      details: 'event_store.client.WrongExpectedVersion',
      code: 6,
    };
    expect(await ours.failure()).toBeInstanceOf(WrongExpectedVersionError);
  });

  it('ends a call of several appends because of one: of none of them anybody says that it was not recorded', async () => {
    log.append = 'nothing';
    const first = ours.failure();
    await ours.read();
    log.append = { status: 14, words: 'Server Is Not Ready' };
    const failures = await Promise.all([first, ours.failure()]);
    for (const failure of failures) expect(failure).toBeInstanceOf(AppendUnanswered);
  });

  it('is asked for its leader by everybody who reads, and appends go wherever the connection is', async () => {
    await ours.append();
    await ours.read();
    await ours.follow();
    expect(log.calls.filter((call) => /Read|Append/.test(call))).toEqual(['BatchAppend', 'Read!', 'Read!']);
  });

  it('in which no event begins at a position has none there, as another log has', async () => {
    log.read = { status: 3, words: 'Trying to read from an invalid position.' };
    const store = EventStore.at(log.url, new EventCodec(inMemoryKeyRing()));
    expect(await store.firstFrom(7n)).toBeUndefined();
    log.read = { status: 14, words: 'Server Is Not Ready' };
    await expect(store.firstFrom(7n)).rejects.toThrow(LogUnavailable);
    await store.close();
  });

  describe('that is a cluster', () => {
    let leader: TellingLog;
    beforeEach(async () => {
      leader = await tellingLog();
      log.read = {
        status: 5,
        words: 'Leader info available',
        metadata: {
          exception: 'not-leader',
          'leader-endpoint-host': '127.0.0.1',
          'leader-endpoint-port': String(leader.port),
        },
      };
    });
    afterEach(() => leader.close());

    it('sends readers on to the leader, who see nothing of it', async () => {
      expect(await ours.read()).toEqual([]);
      expect(leader.calls).toEqual(['Read!']);
      expect(await ours.follow()).toEqual([]);
      await ours.append();
      expect(leader.calls).toEqual(['Read!', 'Read!', 'BatchAppend']);
      expect(log.calls).toEqual(['Read!']);
    });

    it('sends many readers on at once, and loses no append that was under way', async () => {
      log.append = 'nothing';
      const pending = ours.failure();
      await Promise.all(Array.from({ length: 20 }, ours.read));
      expect(leader.calls).toHaveLength(20);
      expect(await pending).toMatchObject({ message: expect.stringContaining('no answer within') });
    });

    it('in which two nodes take each other for the leader is an outage', async () => {
      leader.read = {
        status: 5,
        words: 'Leader info available',
        metadata: {
          exception: 'not-leader',
          'leader-endpoint-host': '127.0.0.1',
          'leader-endpoint-port': String(log.port),
        },
      };
      await expect(ours.read()).rejects.toThrow(LogUnavailable);
      expect(log.calls.length + leader.calls.length).toBe(3);
    });

    it('is left for a node that is ready, of several seeds', async () => {
      const members = [
        { port: log.port, state: 'FOLLOWER' as const },
        { port: leader.port, state: 'LEADER' as const },
      ];
      [log.members, leader.members] = [members, members];
      const seeds = callsTo(`esdb://127.0.0.1:${log.port},127.0.0.1:${leader.port}?tls=false`);
      leader.append = { answer: 'Server Is Not Ready', details: 'google.protobuf.Empty' };
      expect(await seeds.failure()).toBeInstanceOf(LogUnavailable);
      leader.members = log.members = [
        { port: log.port, state: 'LEADER' },
        { port: leader.port, state: 'FOLLOWER' },
      ];
      await seeds.append();
      expect(log.calls).toContain('BatchAppend');
      await seeds.close();
    });
  });
});

describe('Two logs in one process', () => {
  it('are frozen, the first dies, the second wakes: what was sent to the second is answered', async () => {
    const servers = await Promise.all([0, 1].map(() => startEventStoreServer({ port: 0, mem: true })));
    const proxies = await Promise.all(servers.map(({ port }) => tcpProxy({ port })));
    const logs = proxies.map(({ port }) => callsTo(`esdb://127.0.0.1:${port}?tls=false`));
    const [first, second] = logs as [ReturnType<typeof callsTo>, ReturnType<typeof callsTo>];
    await Promise.all(logs.map(({ append }) => append()));
    await Promise.all(proxies.map((proxy) => proxy.become('frozen')));
    const [lost, kept] = [first.failure(), second.append()];
    await proxies[0]!.become('reset');
    expect(await lost).toBeInstanceOf(Error);
    await proxies[1]!.become('open');
    await expect(kept).resolves.toMatchObject({ revision: 0n });
    await Promise.all(logs.map((log) => log.close()));
    await Promise.all(proxies.map((proxy) => proxy.close()));
    await Promise.all(servers.map((server) => server.stop()));
  });
});
