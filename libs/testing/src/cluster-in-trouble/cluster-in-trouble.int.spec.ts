import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { BACKWARDS, END, EventStoreDBClient, type StreamingRead, jsonEvent } from '@eventstore/db-client';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import { credentials, status } from '@grpc/grpc-js';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { eventually } from '../eventually.js';
import { ClusterInTrouble } from './cluster-in-trouble.js';
import { TROUBLES, type TroubleName } from './troubles.js';

const TIMEOUT_MS = 100;

/** What an error of the client says of itself. */
interface Told {
  readonly type?: string;
  readonly code?: number;
  readonly message: string;
}

function batchOfOne(stream: string): streamsPb.BatchAppendReq {
  const uuid = () => new sharedPb.UUID().setString(randomUUID());
  const options = new streamsPb.BatchAppendReq.Options()
    .setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setNoStream(new sharedPb.Empty());
  const event = new streamsPb.BatchAppendReq.ProposedMessage().setId(uuid());
  event.getMetadataMap().set('type', 'Counted').set('content-type', 'application/json');
  return new streamsPb.BatchAppendReq()
    .setCorrelationId(uuid())
    .setOptions(options)
    .setProposedMessagesList([event])
    .setIsFinal(true);
}

type Way = 'in a batch' | 'alone';

describe('A cluster in trouble says what EventStoreDB says', () => {
  let log: EventStoreServer;
  let cluster: ClusterInTrouble;
  let clients: EventStoreDBClient[];
  let chance: number;

  beforeEach(async () => {
    [clients, chance] = [[], 0.1];
    log = await startEventStoreServer({ port: 0, mem: true });
    cluster = await ClusterInTrouble.start({
      logPort: log.port,
      random: () => chance,
      electionMs: 50,
      timeoutMs: TIMEOUT_MS,
    });
  });
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.dispose()));
    await cluster.stop();
    await log.stop();
  });

  const connected = (query = '') => {
    const client = EventStoreDBClient.connectionString(
      cluster.connectionString.replace('?', `?maxDiscoverAttempts=3&gossipTimeout=1${query}&`),
    );
    clients.push(client);
    return client;
  };
  /** The client sends an append with credentials by itself. */
  const append = (client: EventStoreDBClient, stream: string, way: Way = 'in a batch') =>
    client.appendToStream(stream, jsonEvent({ type: 'Counted', data: {} }), {
      deadline: 2_000,
      ...(way === 'alone' && { credentials: { username: 'u', password: 'p' } }),
    });
  const told = async (call: Promise<unknown>): Promise<Told> =>
    call.then(
      () => ({ message: 'nothing' }),
      (error: Told) => ({
        ...(error.type && { type: error.type }),
        ...(error.code !== undefined && { code: error.code }),
        message: error.message,
      }),
    );
  const eventsOf = async (read: StreamingRead<unknown>) => {
    let found = 0;
    for await (const _ of read) found += 1;
    return found;
  };
  /** How many events of the stream the log has, whatever the nodes say. */
  const recorded = async (stream: string) => {
    const direct = EventStoreDBClient.connectionString(log.connectionString);
    try {
      return await eventsOf(direct.readStream(stream)).catch(() => 0);
    } finally {
      await direct.dispose();
    }
  };
  const begin = (name: TroubleName) => TROUBLES[name](cluster);

  it('without trouble it is one log, whoever is asked', async () => {
    for (const nodePreference of ['leader', 'follower']) {
      const client = connected(`&nodePreference=${nodePreference}`);
      for (const way of ['in a batch', 'alone'] as const) {
        const stream = randomUUID();
        await expect(append(client, stream, way)).resolves.toMatchObject({ success: true });
        expect(await eventsOf(client.readStream(stream))).toBe(1);
      }
    }
    expect(cluster.met).toBe(0);
  });

  it.each<[TroubleName, Way, Told, recorded: number]>([
    [
      'nobody is ready',
      'in a batch',
      { type: 'unknown', message: 'Could not recognize Server Is Not Ready' },
      0,
    ],
    [
      'nobody is ready',
      'alone',
      { type: 'unavailable', code: 14, message: '14 UNAVAILABLE: Server Is Not Ready' },
      0,
    ],
    ['commit time-outs, recorded', 'in a batch', { type: 'deadline-exceeded', message: '' }, 1],
    [
      'commit time-outs, not recorded',
      'alone',
      { type: 'timeout', code: 10, message: '10 ABORTED: Operation timed out: Commit phase timeout.' },
      0,
    ],
  ])('%s, %s: %j', async (name, way, expected, count) => {
    const client = connected();
    await append(client, 'before');
    const end = await begin(name);
    const stream = randomUUID();
    const answer = await told(append(client, stream, way));
    expect(answer).toEqual(expected);
    await end();
    await eventually('the log has what was recorded', async () => (await recorded(stream)) === count);
    expect(cluster.met).toBeGreaterThan(0);
  });

  it('calls are reset while they run, and their appends recorded or not', async () => {
    const client = connected();
    await append(client, 'before');
    const running = client.subscribeToAll();
    const broken = new Promise<Told>((resolve) => running.on('error', resolve));
    await once(running, 'confirmation');
    const end = await begin('calls are reset');
    expect(await broken).toMatchObject({
      code: 13,
      message: expect.stringMatching(/RST_STREAM with code 2/),
    });
    expect(await told(append(client, 'refused', 'alone'))).toEqual({
      type: 'unavailable',
      code: 14,
      message: '14 UNAVAILABLE: Stream refused by server',
    });
    chance = 0.4;
    const answer = await told(append(client, 'recorded', 'alone'));
    expect([1, 8, 13]).toContain(answer.code);
    await eventually('it was recorded', async () => (await recorded('recorded')) === 1);
    expect(await recorded('refused')).toBe(0);
    await end();
  });

  it('a refused append of a batch is answered twice', async () => {
    const end = await begin('refused twice');
    const { address, port } = cluster.leader!;
    const client = new streamsGrpc.StreamsClient(`${address}:${port}`, credentials.createInsecure());
    const call = client.batchAppend();
    const answers: string[] = [];
    call.on('data', (answer: streamsPb.BatchAppendResp) => answers.push(answer.getError()!.getMessage()));
    call.write(batchOfOne('s'));
    await eventually('it was answered twice', () => answers.length === 2);
    expect(answers).toEqual(['BadRequest', 'Timeout']);
    const ended = once(call, 'status');
    call.end();
    expect(await ended).toMatchObject([{ code: status.OK }]);
    client.close();
    expect(await recorded('s')).toBe(0);
    await end();
  });

  it('a follower forwards, and may give up waiting for the leader', async () => {
    const client = connected('&nodePreference=follower');
    const end = await begin('forwarding time-outs, recorded');
    expect(await told(append(client, 's', 'alone'))).toEqual({
      type: 'timeout',
      code: 10,
      message: '10 ABORTED: Operation timed out: Forwarding timeout',
    });
    expect(await recorded('s')).toBe(1);
    await end();
  });

  it('who needs the leader is sent to it by a follower', async () => {
    const client = connected('&nodePreference=follower');
    await append(client, 's');
    const read = () => eventsOf(client.readStream('s', { requiresLeader: true }));
    expect(await told(read())).toMatchObject({
      type: 'not-leader',
      message: '5 NOT_FOUND: Leader info available',
    });
    await eventually('the client has changed over', async () => (await read().catch(() => 0)) === 1);
  });

  it.each<[TroubleName, RegExp]>([
    ['the leader stops gracefully', /^13 INTERNAL: Received RST_STREAM with code 0/],
    ['the leader is killed', /^14 UNAVAILABLE: (Connection dropped|read ECONNRESET)/],
  ])('%s: running calls end so, and another node leads', async (name, message) => {
    const client = connected();
    await append(client, 'before');
    const before = cluster.leader;
    const asked = Array.from({ length: 4 }, () => randomUUID());
    const beginning = begin(name);
    const answers = await Promise.all(asked.map((stream) => told(append(client, stream, 'alone'))));
    for (const answer of answers) expect(answer.message).toMatch(message);
    const end = await beginning;
    expect(cluster.leader).not.toBe(before);
    await eventually(
      'appends go on',
      async () => (await told(append(client, 'after'))).message === 'nothing',
    );
    await end();
  });

  it('a frozen leader is silent', async () => {
    const client = connected();
    await append(client, 'before');
    const end = await begin('the leader is frozen');
    const answer = await told(
      client.appendToStream('s', jsonEvent({ type: 'Counted', data: {} }), {
        deadline: 100,
        credentials: { username: 'u', password: 'p' },
      }),
    );
    expect(answer).toMatchObject({ type: 'deadline-exceeded', code: 4 });
    await end();
  });

  it('a leader that was frozen shows what it knew and confirms nothing, until it hears from the others', async () => {
    const [before, after] = [connected(), connected()];
    await append(before, 'old');
    const end = await begin('the leader is frozen');
    await append(after, 'new');
    const ended = end();
    const read = (stream: string) => told(eventsOf(before.readStream(stream, { requiresLeader: true })));
    expect(await Promise.all([read('old'), read('new')])).toMatchObject([
      { message: 'nothing' },
      { type: 'stream-not-found' },
    ]);
    expect(await told(append(before, 'old'))).toEqual({ type: 'deadline-exceeded', message: '' });
    await ended;
    expect(await read('new')).toMatchObject({ type: 'not-leader' });
    expect(await recorded('old')).toBe(1);
  });

  it('without a quorum appends fail, and reads go on where somebody is connected', async () => {
    const client = connected('&nodePreference=leader');
    await append(client, 's');
    const end = await begin('there is no quorum');
    expect(await told(append(client, 's'))).toEqual({
      type: 'unknown',
      message: 'Could not recognize Server Is Not Ready',
    });
    expect(await eventsOf(client.readStream('s'))).toBe(1);
    expect(await told(eventsOf(client.readStream('s', { requiresLeader: true })))).toMatchObject({
      code: 14,
      message: '14 UNAVAILABLE: Server Is Not Ready',
    });
    await end();
    await eventually('appends go on', async () => (await told(append(client, 's'))).message === 'nothing');
  });

  it('a follower that lags shows what it knew, and tells news late', async () => {
    const [leading, following] = [connected(), connected('&nodePreference=follower')];
    await append(leading, 'old');
    const end = await begin('followers lag');
    cluster.lagMs = 200;
    await eventually(
      'the lag is past',
      async () => (await eventsOf(following.readStream('old')).catch(() => 0)) === 1,
    );
    const heard: string[] = [];
    const subscription = following
      .subscribeToAll()
      .on('data', ({ event }) => heard.push(String(event?.streamId)));
    await eventually('the subscription has begun', () => heard.includes('old'));
    await append(leading, 'new');
    const last = { direction: BACKWARDS, fromPosition: END, maxCount: 1 } as const;
    expect(await told(eventsOf(following.readStream('new')))).toMatchObject({ type: 'stream-not-found' });
    expect(
      await told(eventsOf(following.readStream('new', { direction: BACKWARDS, fromRevision: END }))),
    ).toMatchObject({ type: 'stream-not-found' });
    for await (const { event } of following.readAll(last)) expect(event?.streamId).toBe('old');
    expect(heard).not.toContain('new');
    await eventually('it is told', () => heard.includes('new'));
    // The lag of what is read counts from the answer to the append, which may come after the news.
    await eventually(
      'it is read',
      async () => (await eventsOf(following.readStream('new')).catch(() => 0)) === 1,
    );
    await subscription.unsubscribe();
    await end();
  });

  it.each<TroubleName>(['gossip fails', 'everybody is gone'])('%s: nobody is found', async (name) => {
    const client = connected();
    await append(client, 'before');
    const end = await begin(name);
    await eventually('the client has noticed', async () => {
      const { message } = await told(append(client, 's'));
      return message === 'Failed to discover after 3 attempts.';
    });
    await end();
    // The client never forgets that it could not ask what the server can do: another one is needed.
    await eventually(
      'appends go on',
      async () => (await told(append(connected(), 's'))).message === 'nothing',
    );
  });

  it('gossip may name the dead', async () => {
    const end = await begin('gossip names the dead');
    const client = connected();
    expect(await told(append(client, 's', 'alone'))).toMatchObject({ type: 'unavailable', code: 14 });
    await end();
    await eventually('appends go on', async () => (await told(append(client, 's'))).message === 'nothing');
  });
});
