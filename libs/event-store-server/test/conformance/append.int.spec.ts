import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  DeadlineExceededError,
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  UnknownError,
  WrongExpectedVersionError,
  binaryEvent,
  jsonEvent,
  type AppendExpectedRevision,
} from '@eventstore/db-client';
import {
  collect,
  freshName,
  serverUnderTest,
  someEvents,
  type ServerUnderTest,
} from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});
afterAll(() => server.stop());

/** Credentials make the client use the single append call instead of the batch call; both must behave alike. */
const calls = [
  ['batch append', {}],
  ['single append', { credentials: { username: 'admin', password: 'changeit' } }],
] as const;

describe.each(calls)('%s', (_, options) => {
  it.each(['nope', '00000000-0000-0000-0000-000000000000'])('refuses the id %s alone', async (id) => {
    const good = (n: number) => client.appendToStream(freshName(`good-${n}`), someEvents(1), options);
    const bad = client.appendToStream(freshName(), { ...someEvents(1)[0]!, id }, options);
    const others = Array.from({ length: 20 }, (_, n) => good(n));
    await expect(bad).rejects.toBeInstanceOf(UnknownError);
    expect((await Promise.all(others)).every(({ success }) => success)).toBe(true);
  });

  it.each([
    ['braces', (id: string) => `{${id}}`],
    ['parentheses', (id: string) => `(${id})`],
    ['digits alone', (id: string) => id.replaceAll('-', '')],
    ['capitals', (id: string) => id.toUpperCase()],
  ])('takes an id that is written in %s', async (_, written) => {
    const [stream, id] = [freshName(), randomUUID()];
    await client.appendToStream(stream, { ...someEvents(1)[0]!, id: written(id) }, options);
    const [read] = await collect(client.readStream(stream));
    expect(read!.event!.id).toBe(id);
  });

  it('remembers where an id was stored first', async () => {
    const [event, a, b] = [someEvents(1), freshName(), freshName()];
    const append = async (stream: string) =>
      (await client.appendToStream(stream, event, { ...options, expectedRevision: ANY }))
        .nextExpectedRevision;
    expect([await append(a), await append(b), await append(b), await append(a)]).toEqual([0n, 0n, 1n, 0n]);
  });

  it('answers an id that stands in an append twice with the first place', async () => {
    const [event] = someEvents(1);
    const stream = freshName();
    const append = () =>
      client.appendToStream(stream, [event!, event!], { ...options, expectedRevision: ANY });
    expect((await append()).nextExpectedRevision).toBe(1n);
    expect((await append()).nextExpectedRevision).toBe(0n);
  });

  it('names no position for what was stored before and is hidden', async () => {
    const [stream, event] = [freshName(), someEvents(1)];
    const first = await client.appendToStream(stream, event, options);
    const repeat = () => client.appendToStream(stream, event, { ...options, expectedRevision: NO_STREAM });
    expect((await repeat()).position).toEqual(first.position);
    await client.appendToStream(stream, someEvents(1), options);
    await client.setStreamMetadata(stream, { truncateBefore: 1 });
    expect(await repeat()).toEqual({ success: true, nextExpectedRevision: 0n, position: undefined });
  });

  it('stores events and says where', async () => {
    const stream = freshName();
    const first = await client.appendToStream(stream, someEvents(3), options);
    const second = await client.appendToStream(stream, someEvents(1), options);
    expect(first).toMatchObject({ success: true, nextExpectedRevision: 2n });
    expect(second.nextExpectedRevision).toBe(3n);
    expect(second.position!.commit).toBeGreaterThan(first.position!.commit);
  });

  it.each([NO_STREAM, ANY] as const)(
    'accepts the first append when %s is expected',
    async (expectedRevision) => {
      const result = await client.appendToStream(freshName(), someEvents(1), {
        ...options,
        expectedRevision,
      });
      expect(result.nextExpectedRevision).toBe(0n);
    },
  );

  it('accepts a later append when the revision or an existing stream is expected', async () => {
    const stream = freshName();
    const { nextExpectedRevision } = await client.appendToStream(stream, someEvents(2), options);
    await client.appendToStream(stream, someEvents(1), {
      ...options,
      expectedRevision: nextExpectedRevision,
    });
    const last = await client.appendToStream(stream, someEvents(1), {
      ...options,
      expectedRevision: STREAM_EXISTS,
    });
    expect(last.nextExpectedRevision).toBe(3n);
  });

  it.each<[AppendExpectedRevision, number, bigint | typeof NO_STREAM]>([
    [NO_STREAM, 2, 1n],
    [0n, 2, 1n],
    [7n, 2, 1n],
    [STREAM_EXISTS, 0, NO_STREAM],
    [3n, 0, NO_STREAM],
  ])('refuses when %s is expected of a stream with %i events', async (expectedRevision, present, actual) => {
    const stream = freshName();
    if (present > 0) await client.appendToStream(stream, someEvents(present));
    const refused = client.appendToStream(stream, someEvents(1), { ...options, expectedRevision });
    const error = await refused.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({
      streamName: stream,
      expectedVersion: expectedRevision,
      actualVersion: actual,
    });
  });

  it('takes the same events again without storing them twice', async () => {
    for (const expectedRevision of [NO_STREAM, ANY] as const) {
      const stream = freshName();
      const events = someEvents(3);
      const first = await client.appendToStream(stream, events, { ...options, expectedRevision });
      await client.appendToStream(stream, someEvents(1));
      const again = await client.appendToStream(stream, events, { ...options, expectedRevision });
      expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision);
      expect(await collect(client.readStream(stream))).toHaveLength(4);
    }
  });

  it('takes a later append again at the revision that it named', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(2));
    const events = someEvents(2);
    await client.appendToStream(stream, events, { ...options, expectedRevision: 1n });
    const again = await client.appendToStream(stream, events, { ...options, expectedRevision: 1n });
    expect(again.nextExpectedRevision).toBe(3n);
    expect(await collect(client.readStream(stream))).toHaveLength(4);
  });

  it('refuses a batch of which only the beginning was stored before', async () => {
    const stream = freshName();
    const events = someEvents(3);
    await client.appendToStream(stream, events.slice(0, 2), { ...options, expectedRevision: NO_STREAM });
    for (const expectedRevision of [NO_STREAM, ANY] as const) {
      const refused = client.appendToStream(stream, events, { ...options, expectedRevision });
      await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
    }
  });

  it('stores the same event id in another stream', async () => {
    const events = someEvents(1);
    const streams = [freshName(), freshName()];
    for (const stream of streams) await client.appendToStream(stream, events, options);
    for (const stream of streams) expect(await collect(client.readStream(stream))).toHaveLength(1);
  });

  it('refuses an append that is too large', async () => {
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(1_100_000) } });
    const error = await client.appendToStream(freshName(), large, options).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MaxAppendSizeExceededError);
    expect(error).toMatchObject({ maxAppendSize: 1_048_576 });
  });

  it('refuses an append whose deadline has passed', async () => {
    const stream = freshName();
    const late = client.appendToStream(stream, someEvents(20_000), { ...options, deadline: 1 });
    await expect(late).rejects.toBeInstanceOf(DeadlineExceededError);
  });

  it('refuses to append to a tombstoned stream', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(1));
    await client.tombstoneStream(stream);
    const error = await client
      .appendToStream(stream, someEvents(1), options)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ streamName: stream });
  });
});

describe('what is stored', () => {
  it('comes back as it was: JSON, binary, metadata, text of any script', async () => {
    const stream = freshName('aliran-ดี');
    const json = jsonEvent({ type: 'Tercatat', data: { nama: 'Siti ✓ 𝄞' }, metadata: { oleh: 'petugas' } });
    const binary = binaryEvent({
      type: 'Raw',
      data: Buffer.from([0, 255, 7]),
      metadata: Uint8Array.of(1, 2),
    });
    await client.appendToStream(stream, [json, binary]);
    const [first, second] = await collect(client.readStream(stream));
    expect(first!.event).toMatchObject({
      id: json.id,
      streamId: stream,
      type: 'Tercatat',
      revision: 0n,
      isJson: true,
      data: json.data,
      metadata: json.metadata,
    });
    expect(Date.now() - first!.event!.created.getTime()).toBeLessThan(60_000);
    expect(second!.event).toMatchObject({ type: 'Raw', isJson: false, revision: 1n });
    expect(Buffer.from(second!.event!.data as Uint8Array)).toEqual(Buffer.from([0, 255, 7]));
    expect(Buffer.from(second!.event!.metadata as Uint8Array)).toEqual(Buffer.from([1, 2]));
  });

  it('answers without throwing when the client asks for it', async () => {
    const separator = server.connectionString.includes('?') ? '&' : '?';
    const calm = EventStoreDBClient.connectionString(
      `${server.connectionString}${separator}throwOnAppendFailure=false`,
    );
    const stream = freshName();
    await calm.appendToStream(stream, someEvents(1));
    const refused = await calm.appendToStream(stream, someEvents(1), { expectedRevision: NO_STREAM });
    expect(refused.success).toBe(false);
    await calm.dispose();
  });

  it('keeps its order when many write to one stream at once', async () => {
    const stream = freshName();
    await Promise.all(Array.from({ length: 200 }, () => client.appendToStream(stream, someEvents(2))));
    const events = await collect(client.readStream(stream));
    expect(events.map(({ event }) => Number(event!.revision))).toEqual(events.map((_, n) => n));
    expect(events).toHaveLength(400);
  });

  it('lets exactly one of many writers win a revision', async () => {
    const stream = freshName();
    const attempts = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        client.appendToStream(stream, someEvents(1), { expectedRevision: NO_STREAM }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes a flood of appends at once', async () => {
    const stream = freshName();
    await Promise.all(Array.from({ length: 2_000 }, () => client.appendToStream(stream, someEvents(1))));
    const events = await collect(client.readStream(stream));
    expect(events.map(({ event }) => Number(event!.revision))).toEqual(events.map((_, n) => n));
    expect(events).toHaveLength(2_000);
  });

  it('goes on after the client has been disposed of and used again', async () => {
    const another = EventStoreDBClient.connectionString(server.connectionString);
    const stream = freshName();
    await another.appendToStream(stream, someEvents(1));
    await another.dispose();
    expect((await another.appendToStream(stream, someEvents(1))).nextExpectedRevision).toBe(1n);
    await another.dispose();
  });

  it('splits a large append into messages and stores it whole', async () => {
    const stream = freshName();
    await client.appendToStream(stream, someEvents(5_000), { batchAppendSize: 1024 });
    expect(await collect(client.readStream(stream))).toHaveLength(5_000);
  });
});
