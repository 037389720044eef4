import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BACKWARDS,
  END,
  NO_STREAM,
  WrongExpectedVersionError,
  type EventStoreDBClient,
  type StreamMetadata,
} from '@eventstore/db-client';
import {
  collect,
  freshName,
  serverUnderTest,
  someEvents,
  take,
  type ServerUnderTest,
} from './server-under-test.js';

let server: ServerUnderTest;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await serverUnderTest();
  client = server.client;
});
afterAll(() => server.stop());

const revisions = async (stream: string, options: Parameters<EventStoreDBClient['readStream']>[1] = {}) =>
  (await collect(client.readStream(stream, options))).map(({ event }) => Number(event!.revision));

async function streamWith(metadata: StreamMetadata, events = 6): Promise<string> {
  const stream = freshName();
  await client.appendToStream(stream, someEvents(events));
  await client.setStreamMetadata(stream, metadata);
  return stream;
}

describe('stream metadata', () => {
  it('is empty until it is set', async () => {
    const stream = freshName();
    expect(await client.getStreamMetadata(stream)).toEqual({ streamName: stream });
  });

  it('comes back as it was set, with what the server does not know', async () => {
    const stream = freshName();
    const metadata = {
      maxAge: 20,
      cacheControl: 15,
      truncateBefore: 1,
      maxCount: 12,
      owner: 'klaim ✓',
      acl: {
        readRoles: ['auditor'],
        writeRoles: ['officer'],
        deleteRoles: [],
        metaReadRoles: [],
        metaWriteRoles: [],
      },
    };
    await client.setStreamMetadata(stream, metadata);
    expect((await client.getStreamMetadata(stream)).metadata).toEqual(metadata);
    await client.setStreamMetadata(stream, { maxCount: 3 });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 3 });
  });

  it('is set only at the expected revision', async () => {
    const stream = freshName();
    await client.setStreamMetadata(stream, { maxCount: 1 }, { expectedRevision: NO_STREAM });
    const again = client.setStreamMetadata(stream, { maxCount: 2 }, { expectedRevision: NO_STREAM });
    await expect(again).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });
});

describe('the effect of metadata on reads', () => {
  it('$maxCount shows the newest events', async () => {
    const stream = await streamWith({ maxCount: 2 });
    expect(await revisions(stream)).toEqual([4, 5]);
    expect(await revisions(stream, { direction: BACKWARDS, fromRevision: END })).toEqual([5, 4]);
    expect(await revisions(stream, { fromRevision: 1n, maxCount: 1 })).toEqual([4]);
    await client.appendToStream(stream, someEvents(1));
    expect(await revisions(stream)).toEqual([5, 6]);
  });

  it('$tb hides what is before it', async () => {
    const stream = await streamWith({ truncateBefore: 4 });
    expect(await revisions(stream)).toEqual([4, 5]);
    expect(await revisions(stream, { direction: BACKWARDS, fromRevision: 3n })).toEqual([]);
  });

  it('$maxAge hides what is older', async () => {
    const stream = await streamWith({ maxAge: 3600 });
    expect(await revisions(stream)).toHaveLength(6);
    await client.setStreamMetadata(stream, { maxAge: 1 });
    const [first] = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    const tooOld = first!.event!.created.getTime() + 1_100;
    while (Date.now() < tooOld) await revisions(stream);
    expect(await revisions(stream)).toEqual([]);
  });

  it('also bounds subscriptions, and leaves $all alone', async () => {
    const stream = await streamWith({ maxCount: 2 });
    const events = await take(client.subscribeToStream(stream), 2);
    expect(events.map(({ event }) => event!.revision)).toEqual([4n, 5n]);
    const all = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 100 }));
    expect(all.filter(({ event }) => event!.streamId === stream)).toHaveLength(6);
  });

  it('does not change revisions', async () => {
    const stream = await streamWith({ truncateBefore: 6 });
    expect(await revisions(stream)).toEqual([]);
    const { nextExpectedRevision } = await client.appendToStream(stream, someEvents(1), {
      expectedRevision: 5n,
    });
    expect(nextExpectedRevision).toBe(6n);
    expect(await revisions(stream)).toEqual([6]);
  });
});
