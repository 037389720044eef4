import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ANY,
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type EventStoreDBClient,
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

async function streamWith(events: number): Promise<string> {
  const stream = freshName();
  if (events > 0) await client.appendToStream(stream, someEvents(events));
  return stream;
}

const revisions = async (stream: string) =>
  (await collect(client.readStream(stream))).map(({ event }) => Number(event!.revision));

describe('soft delete', () => {
  it('hides what is in the stream', async () => {
    const stream = await streamWith(3);
    const { position } = await client.deleteStream(stream);
    expect(position).toBeDefined();
    await expect(revisions(stream)).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it.each([ANY, NO_STREAM, 2n] as const)(
    'lets the stream begin anew with expected revision %s',
    async (expectedRevision) => {
      const stream = await streamWith(3);
      await client.deleteStream(stream);
      const { nextExpectedRevision } = await client.appendToStream(stream, someEvents(2), {
        expectedRevision,
      });
      expect(nextExpectedRevision).toBe(4n);
      expect(await revisions(stream)).toEqual([3, 4]);
      expect(await client.getStreamMetadata(stream)).toMatchObject({ metadata: { truncateBefore: 3 } });
    },
  );

  it('keeps the metadata that is set after it when the stream begins anew', async () => {
    const stream = await streamWith(2);
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { maxCount: 5, owner: 'claims' });
    await client.appendToStream(stream, someEvents(1));
    expect(await revisions(stream)).toEqual([2]);
    const { metadata } = await client.getStreamMetadata(stream);
    expect(metadata).toEqual({ maxCount: 5, owner: 'claims', truncateBefore: 2 });
  });

  it('refuses at the wrong revision and says which one is right', async () => {
    const stream = await streamWith(3);
    for (const expectedRevision of [1n, 9n, NO_STREAM] as const) {
      const error = await client
        .deleteStream(stream, { expectedRevision })
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(WrongExpectedVersionError);
      expect(error).toMatchObject({ streamName: stream, actualVersion: 2n });
    }
    await client.deleteStream(stream, { expectedRevision: 2n });
  });

  it('refuses a stream that does not exist, unless it has metadata', async () => {
    const missing = freshName();
    const error: unknown = await client.deleteStream(missing).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ streamName: missing, expectedVersion: -2n, actualVersion: -1n });
    const implicit = freshName();
    await client.setStreamMetadata(implicit, { cacheControl: 10 });
    await client.deleteStream(implicit, { expectedRevision: NO_STREAM });
  });
});

describe('tombstone', () => {
  it('closes the stream for good', async () => {
    const stream = await streamWith(2);
    await client.tombstoneStream(stream);
    for (const attempt of [
      () => revisions(stream),
      () => client.appendToStream(stream, someEvents(1)),
      () => client.tombstoneStream(stream),
      () => client.deleteStream(stream),
      () => client.setStreamMetadata(stream, { maxCount: 1 }),
    ]) {
      await expect(attempt()).rejects.toBeInstanceOf(StreamDeletedError);
    }
  });

  it('refuses at the wrong revision', async () => {
    const stream = await streamWith(3);
    const attempt = client.tombstoneStream(stream, { expectedRevision: 1n });
    await expect(attempt).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await client.tombstoneStream(stream, { expectedRevision: 2n });
  });

  it('closes a stream that never was', async () => {
    const stream = freshName();
    await client.tombstoneStream(stream, { expectedRevision: NO_STREAM });
    await expect(revisions(stream)).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('leaves the events in $all, and itself', async () => {
    const stream = freshName();
    const { position } = await client.appendToStream(stream, someEvents(2));
    await client.tombstoneStream(stream);
    const after = await collect(client.readAll({ fromPosition: position!, maxCount: 2 }));
    expect(after.map(({ event }) => event!.type)).toEqual(['Happened', '$streamDeleted']);
    expect(after[1]!.event!.revision).toBe(9_223_372_036_854_775_807n);
  });
});

describe('the metadata of a stream', () => {
  it('can be deleted, which hides nothing, or closed', async () => {
    const stream = await streamWith(1);
    await client.setStreamMetadata(stream, { maxCount: 5 });
    await client.deleteStream(`$$${stream}`);
    expect(await client.getStreamMetadata(stream)).toMatchObject({ metadata: { maxCount: 5 } });
    await client.tombstoneStream(`$$${stream}`);
    await expect(client.getStreamMetadata(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    expect(await revisions(stream)).toEqual([0]);
  });

  it('is closed with the stream, whether there was any or not', async () => {
    const [described, bare] = [await streamWith(1), await streamWith(1)];
    await client.setStreamMetadata(described, { maxCount: 5 });
    for (const stream of [described, bare]) {
      await client.tombstoneStream(stream);
      await expect(client.getStreamMetadata(stream)).rejects.toBeInstanceOf(StreamDeletedError);
      await expect(revisions(`$$${stream}`)).rejects.toBeInstanceOf(StreamDeletedError);
    }
    await expect(client.setStreamMetadata(bare, { maxCount: 1 })).rejects.toBeInstanceOf(StreamDeletedError);
  });
});
