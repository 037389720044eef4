import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  UnknownError,
  binaryEvent,
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

type Reading = Parameters<EventStoreDBClient['readStream']>[1];

describe('reading a stream', () => {
  const stream = freshName();
  const revisions = async (options: Reading) =>
    (await collect(client.readStream(stream, options))).map(({ event }) => Number(event!.revision));

  beforeAll(async () => {
    await client.appendToStream(stream, someEvents(6));
    await client.appendToStream(freshName(), someEvents(3));
    await client.appendToStream(stream, someEvents(2));
  });

  it.each<[string, Reading, number[]]>([
    ['all of it', {}, [0, 1, 2, 3, 4, 5, 6, 7]],
    ['a count from the start', { maxCount: 3 }, [0, 1, 2]],
    ['from a revision', { fromRevision: 5n }, [5, 6, 7]],
    ['a count from a revision', { fromRevision: 4n, maxCount: 3 }, [4, 5, 6]],
    ['backwards from the end', { direction: BACKWARDS, fromRevision: END, maxCount: 3 }, [7, 6, 5]],
    ['backwards from a revision', { direction: BACKWARDS, fromRevision: 2n }, [2, 1, 0]],
    ['backwards from the start', { direction: BACKWARDS, fromRevision: START }, [0]],
    ['backwards from past the end', { direction: BACKWARDS, fromRevision: 99n, maxCount: 2 }, [7, 6]],
    ['forwards from past the end', { fromRevision: 99n }, []],
  ])('%s', async (_, options, expected) => {
    expect(await revisions(options)).toEqual(expected);
  });

  it('refuses to read forwards from the end', async () => {
    await expect(revisions({ fromRevision: END })).rejects.toBeInstanceOf(UnknownError);
  });

  it('reads nothing when nothing is asked for', async () => {
    // EventStoreDB never answers that.
    if (server.isForeign) return;
    expect(await revisions({ maxCount: 0 })).toEqual([]);
  });

  it('says that a stream does not exist', async () => {
    const missing = freshName();
    const error = await collect(client.readStream(missing)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StreamNotFoundError);
    expect(error).toMatchObject({ streamName: missing });
  });

  it('says that a stream is tombstoned', async () => {
    const deleted = freshName();
    await client.appendToStream(deleted, someEvents(1));
    await client.tombstoneStream(deleted);
    const error = await collect(client.readStream(deleted)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StreamDeletedError);
    expect(error).toMatchObject({ streamName: deleted });
  });

  it('gives the position that the append was answered with', async () => {
    const { position } = await client.appendToStream(freshName('other'), someEvents(1));
    const [last] = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    expect(last!.event!.position).toEqual(position);
  });
});

describe('reading $all', () => {
  it('gives events in the order in which they were stored, in both directions', async () => {
    const streams = [freshName('all'), freshName('all')];
    const first = await client.appendToStream(streams[0]!, someEvents(2));
    await client.appendToStream(streams[1]!, someEvents(2));
    const last = await client.appendToStream(streams[0]!, someEvents(2));
    const forwards = await collect(client.readAll({ fromPosition: first.position!, maxCount: 1_000 }));
    const ours = forwards.map(({ event }) => event!).filter(({ streamId }) => streams.includes(streamId));
    expect(ours.map(({ streamId, revision }) => `${streams.indexOf(streamId)}:${revision}`)).toEqual([
      '0:1',
      '1:0',
      '1:1',
      '0:2',
      '0:3',
    ]);
    const positions = forwards.map(({ event }) => event!.position.commit);
    expect(positions).toEqual(positions.toSorted((a, b) => Number(a - b)));
    const backwards = await collect(client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 3 }));
    expect(backwards[0]!.event!.position).toEqual(last.position);
  });

  it('includes the event at a position forwards, and leaves it out backwards', async () => {
    const { position } = await client.appendToStream(freshName(), someEvents(1));
    const [at] = await collect(client.readAll({ fromPosition: position!, maxCount: 1 }));
    const [before] = await collect(
      client.readAll({ fromPosition: position!, direction: BACKWARDS, maxCount: 1 }),
    );
    expect(at!.event!.position).toEqual(position);
    expect(before!.event!.position.commit).toBeLessThan(position!.commit);
  });

  it('begins at the position before all others', async () => {
    const [first] = await collect(client.readAll({ maxCount: 1 }));
    const [same] = await collect(client.readAll({ fromPosition: { commit: 0n, prepare: 0n }, maxCount: 1 }));
    expect(same!.event!.position).toEqual(first!.event!.position);
  });

  it.each([
    ['whose commit part lies before its prepare part', { commit: 0n, prepare: 1n }],
    ['that is none', { commit: 2n ** 63n, prepare: 1n }],
  ])('refuses a position %s', async (_, fromPosition) => {
    for (const direction of [FORWARDS, BACKWARDS] as const) {
      await expect(collect(client.readAll({ direction, fromPosition, maxCount: 1 }))).rejects.toBeInstanceOf(
        UnknownError,
      );
    }
  });

  it('refuses to read backwards from behind the end', async () => {
    const { position } = await client.appendToStream(freshName(), someEvents(1));
    const fromPosition = { commit: position!.commit + 1_000_000n, prepare: position!.prepare + 1_000_000n };
    const reading = collect(client.readAll({ direction: BACKWARDS, fromPosition, maxCount: 1 }));
    await expect(reading).rejects.toBeInstanceOf(UnknownError);
    expect(await collect(client.readAll({ fromPosition, maxCount: 1 }))).toEqual([]);
  });

  it('reads a chosen number of events', async () => {
    expect(await collect(client.readAll({ maxCount: 2 }))).toHaveLength(2);
  });
});

describe('links', () => {
  it('are resolved when the reader asks for it', async () => {
    const [source, links] = [freshName('source'), freshName('links')];
    await client.appendToStream(source, someEvents(4));
    await client.appendToStream(links, [
      binaryEvent({ type: '$>', data: Buffer.from(`2@${source}`) }),
      binaryEvent({ type: '$>', data: Buffer.from(`9@${source}`) }),
    ]);
    const [followed, broken] = await collect(client.readStream(links, { resolveLinkTos: true }));
    const [original] = await collect(client.readStream(source, { fromRevision: 2n, maxCount: 1 }));
    expect(followed!.event).toEqual(original!.event);
    expect(followed!.link).toMatchObject({ type: '$>', streamId: links });
    expect(broken!.event).toBeUndefined();
    expect(broken!.link).toMatchObject({ revision: 1n });
    const [plain] = await collect(client.readStream(links, { maxCount: 1 }));
    expect(plain!.event).toMatchObject({ type: '$>' });
    expect(plain!.link).toBeUndefined();
  });

  it.each([
    ['the newest event', '-1', 3n],
    ['a revision with a sign and spaces', ' +01 ', 1n],
  ])('point at %s', async (_, pointer, revision) => {
    const [source, links] = [freshName('source'), freshName('links')];
    await client.appendToStream(source, someEvents(4));
    await client.appendToStream(
      links,
      binaryEvent({ type: '$>', data: Buffer.from(`${pointer}@${source}`) }),
    );
    const [followed] = await collect(client.readStream(links, { resolveLinkTos: true }));
    expect(followed!.event).toMatchObject({ streamId: source, revision });
  });

  it.each(['', 'x', '@s', '1.0@s', '0x1@s', '99999999999999999999@s'])(
    'that say "%s" point at nothing and are events like any other',
    async (pointer) => {
      const stream = freshName('links');
      await client.appendToStream(stream, binaryEvent({ type: '$>', data: Buffer.from(pointer) }));
      const [read] = await collect(client.readStream(stream, { resolveLinkTos: true }));
      expect(read!.event).toMatchObject({ type: '$>', streamId: stream });
      expect(read!.link).toBeUndefined();
    },
  );

  it.each(['soft-deleted', 'tombstoned'])('lead nowhere when their stream is %s', async (how) => {
    const [source, links] = [freshName('source'), freshName('links')];
    await client.appendToStream(source, someEvents(1));
    await client.appendToStream(links, binaryEvent({ type: '$>', data: Buffer.from(`0@${source}`) }));
    await (how === 'tombstoned' ? client.tombstoneStream(source) : client.deleteStream(source));
    const [read] = await collect(client.readStream(links, { resolveLinkTos: true }));
    expect(read!.event).toBeUndefined();
    expect(read!.link).toMatchObject({ streamId: links });
  });
});
