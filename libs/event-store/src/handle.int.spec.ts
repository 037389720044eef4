import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { WrongExpectedVersionError } from '@eventstore/db-client';
import {
  type CommandContext,
  type DomainEvent,
  ERASED,
  Rejection,
  type Sealed,
  dateIn,
  instant,
  stream as streamOf,
} from '#kernel';
import { testRefusal } from '#testing/decisions';
import { type EventStoreServer, startEventStoreServer } from '#event-store-server';
import { EventCodec } from './codec.js';
import { EventStore } from './event-store.js';
import { StaleRevision, handle } from './handle.js';
import { commandDigest } from './ids.js';
import { type KeyRing, NO_KEYS, type SubjectKeys } from './key-ring.js';
import { PersonKey } from './person-key.js';

type CounterEvent = DomainEvent<'Counted', { by: number; participantId?: string; person?: { name: string } }>;

const counter = streamOf<number, CounterEvent>('counter', {
  initial: 0,
  evolve: (sum, { data }) => sum + data.by,
});

const nothingElse = () => undefined;

const idOf = (streamId: string) => streamId.slice('counter-'.length);

const counted = (by: number): CounterEvent => ({ type: 'Counted', data: { by } });

function context(commandId = randomUUID()): CommandContext {
  const issuedAt = instant('2026-11-20T03:00:00Z');
  return {
    commandId,
    issuedAt,
    today: dateIn(issuedAt),
    actor: { id: 'officer-1', roles: ['registrar'], office: 'CIKARANG' },
    correlationId: commandId,
    causationId: commandId,
  };
}

const newKey = () => new PersonKey(randomBytes(32));

function ringOf(keys: Map<string, SubjectKeys>): KeyRing {
  return {
    ensure(subjects) {
      for (const subject of subjects) {
        if (!keys.has(subject)) keys.set(subject, { person: newKey(), health: newKey() });
      }
      return Promise.resolve(keys);
    },
    find: () => Promise.resolve(keys),
  };
}

describe('handling a command', () => {
  const keys = new Map<string, SubjectKeys>();
  let server: EventStoreServer;
  let store: EventStore;

  beforeAll(async () => {
    server = await startEventStoreServer({ port: 0, mem: true });
    store = EventStore.at(server.connectionString, new EventCodec(ringOf(keys)));
  });

  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const count = (
    streamId: string,
    by: number,
    extra: { context?: CommandContext; expectedRevision?: bigint } = {},
  ) =>
    handle(store, {
      stream: counter,
      id: idOf(streamId),
      facts: nothingElse,
      decide: () => [counted(by)],
      context: context(),
      ...extra,
    });

  it('records what was decided, with who, when and why beside it', async () => {
    const stream = `counter-${randomUUID()}`;
    const issued = context();
    const result = await count(stream, 3, { context: issued });
    expect(result).toMatchObject({ revision: 0n, events: ['Counted'], repeated: false });

    const [event] = await Array.fromAsync(store.read<CounterEvent>(stream));
    expect(event).toMatchObject({
      type: 'Counted',
      data: { by: 3 },
      revision: 0n,
      position: result.position,
      metadata: {
        commandId: issued.commandId,
        $correlationId: issued.correlationId,
        $causationId: issued.causationId,
        actor: issued.actor,
        issuedAt: issued.issuedAt,
        schema: 1,
      },
    });
  });

  it('records a repeated command once and returns the first answer', async () => {
    const stream = `counter-${randomUUID()}`;
    const issued = context();
    const first = await count(stream, 1, { context: issued });
    await count(stream, 1);
    const again = await count(stream, 1, { context: issued });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await Array.fromAsync(store.read(stream))).toHaveLength(2);
  });

  it('refuses another command under an id that was used', async () => {
    const stream = `counter-${randomUUID()}`;
    const secret = randomBytes(32);
    const issued = context();
    const ask = (by: number) =>
      handle(store, {
        stream: counter,
        id: idOf(stream),
        facts: nothingElse,
        decide: () => [counted(by)],
        context: issued,
        digest: commandDigest({ by }, secret),
      });
    await ask(1);
    await expect(ask(2)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
    await expect(ask(1)).resolves.toMatchObject({ repeated: true });
  });

  it('records one of two contents that came under one id at the same moment, and refuses the other', async () => {
    const secret = randomBytes(32);
    for (let round = 0; round < 10; round++) {
      const id = randomUUID();
      const issued = context();
      const ask = (by: number) =>
        handle(store, {
          stream: counter,
          id,
          facts: nothingElse,
          decide: () => [counted(by)],
          context: issued,
          digest: commandDigest({ by }, secret),
        });
      const outcomes = await Promise.allSettled([ask(1), ask(2)]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'COMMAND_ID_REUSED' },
      });
      expect(await Array.fromAsync(store.read(counter.of(id)))).toHaveLength(1);
    }
  });

  it('knows a command again by a digest of an earlier release', async () => {
    const secret = randomBytes(32);
    const id = randomUUID();
    const issued = context();
    const ask = (digest: string, formerDigests: readonly string[] = []) =>
      handle(store, {
        stream: counter,
        id,
        facts: nothingElse,
        decide: () => [counted(1)],
        context: issued,
        digest,
        formerDigests,
      });
    const former = commandDigest({ by: 1 }, secret);
    await ask(former);
    const present = commandDigest({ input: { by: 1 } }, secret);
    await expect(ask(present, [former])).resolves.toMatchObject({ repeated: true });
    await expect(ask(present)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  describe('whose stream has become one of its own', () => {
    const former = streamOf<number, CounterEvent>('formercounter', counter);
    const secret = randomBytes(32);
    const digestIn = (streamId: string, by: number) => commandDigest({ streamId, by }, secret);

    const recordedThen = (id: string, by: number, issued = context()) =>
      handle(store, {
        stream: former,
        id,
        facts: nothingElse,
        decide: () => [counted(by)],
        context: issued,
        digest: digestIn(former.of(id), by),
      });
    const sentNow = (id: string, by: number, issued = context(), expectedRevision?: bigint) =>
      handle(store, {
        stream: counter,
        id,
        facts: nothingElse,
        decide: () => [counted(by)],
        context: issued,
        expectedRevision,
        digest: digestIn(counter.of(id), by),
        formerDigests: [digestIn(former.of(id), by)],
        formerStream: { stream: former, id },
      });
    const lengthOf = async (streamId: string) => (await Array.fromAsync(store.read(streamId))).length;

    it('answers a command of then from where it was recorded, and records nothing', async () => {
      const id = randomUUID();
      const issued = context();
      const first = await recordedThen(id, 1, issued);
      await recordedThen(id, 5);
      await expect(sentNow(id, 1, issued)).resolves.toEqual({ ...first, repeated: true });
      await expect(sentNow(id, 2, issued)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
      expect(await lengthOf(counter.of(id))).toBe(0);
    });

    it('records what is new in the new stream, once', async () => {
      const id = randomUUID();
      await recordedThen(id, 1);
      const issued = context();
      const first = await sentNow(id, 2, issued);
      expect(first).toMatchObject({ streamId: counter.of(id), revision: 0n, repeated: false });
      await expect(sentNow(id, 2, issued)).resolves.toEqual({ ...first, repeated: true });
      expect([await lengthOf(counter.of(id)), await lengthOf(former.of(id))]).toEqual([1, 1]);
    });

    it('compares the revision that the person saw with the stream that people see', async () => {
      const id = randomUUID();
      await recordedThen(id, 1);
      await recordedThen(id, 1);
      await expect(sentNow(id, 1, context(), 0n)).rejects.toMatchObject({
        actual: 1n,
        since: [{ type: 'Counted', revision: 1n }],
      });
      await expect(sentNow(id, 1, context(), 1n)).resolves.toMatchObject({ revision: 0n });
    });
  });

  it('asks for the facts anew when another command came first, and decides on those', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await count(counter.of(other), 1);
    const decidedOn: number[] = [];
    const result = await handle(store, {
      stream: counter,
      id,
      facts: async (_state, read) => {
        const known = await read.state(counter, other);
        if (decidedOn.length === 0) {
          // Somebody comes first in both streams, after the facts of this attempt were read.
          await count(counter.of(other), 10);
          await count(counter.of(id), 100);
        }
        return known;
      },
      decide: (_state, known) => {
        decidedOn.push(known);
        return [counted(known)];
      },
      context: context(),
    });
    expect(decidedOn).toEqual([1, 11]);
    expect(result).toMatchObject({ revision: 1n, repeated: false });
    expect(
      (await Array.fromAsync(store.read<CounterEvent>(counter.of(id)))).map(({ data }) => data.by),
    ).toEqual([100, 11]);
  });

  it('reads a stream once for all questions of an attempt', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    await count(counter.of(other), 1);
    const reads = jest.spyOn(store, 'readBatches');
    try {
      await handle(store, {
        stream: counter,
        id,
        facts: (_state, read) => Promise.all([other, other, id].map((asked) => read.state(counter, asked))),
        decide: () => [],
        context: context(),
      });
      expect(reads.mock.calls.map(([streamId]) => streamId).sort()).toEqual(
        [counter.of(id), counter.of(other)].sort(),
      );
    } finally {
      reads.mockRestore();
    }
  });

  it('gives events of two streams different ids, although both commands had one id', async () => {
    const issued = context();
    const streams = [`counter-${randomUUID()}`, `counter-${randomUUID()}`];
    for (const stream of streams) await count(stream, 1, { context: issued });
    const recorded = await Promise.all(streams.map((stream) => Array.fromAsync(store.read(stream))));
    const ids = recorded.flat().map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it('tells what changed since the revision that the person saw', async () => {
    const stream = `counter-${randomUUID()}`;
    await count(stream, 1);
    await count(stream, 1);
    const stale = count(stream, 1, { expectedRevision: 0n });
    await expect(stale).rejects.toThrow(StaleRevision);
    await expect(stale).rejects.toMatchObject({ actual: 1n, since: [{ type: 'Counted', revision: 1n }] });
  });

  it('decides again when another command came first, so that no decision is lost', async () => {
    const stream = `counter-${randomUUID()}`;
    const results = await Promise.all(Array.from({ length: 4 }, () => count(stream, 1)));
    expect(new Set(results.map(({ revision }) => revision))).toEqual(new Set([0n, 1n, 2n, 3n]));
  });

  /** The store in the eyes of somebody whom another command always overtakes. */
  const neverFirst = (streamId: string) =>
    ({
      readToFold: (...read: Parameters<EventStore['readToFold']>) => store.readToFold(...read),
      append: async (...append: Parameters<EventStore['append']>) => {
        await count(streamId, 1);
        return store.append(...append);
      },
    }) as EventStore;

  it('gives up after five decisions on a stream that never rests', async () => {
    const stream = `counter-${randomUUID()}`;
    const decide = jest.fn(() => [counted(100)]);
    const overtaken = handle(neverFirst(stream), {
      stream: counter,
      id: idOf(stream),
      facts: nothingElse,
      decide,
      context: context(),
    });
    await expect(overtaken).rejects.toThrow(WrongExpectedVersionError);
    expect(decide).toHaveBeenCalledTimes(5);
    expect(await Array.fromAsync(store.read(stream))).toHaveLength(5);
  });

  it('creates without reading where a new stream is expected, and reads where there is one after all', async () => {
    const stream = `counter-${randomUUID()}`;
    const onlyOnce = (issued: CommandContext) =>
      handle(store, {
        stream: counter,
        id: idOf(stream),
        facts: nothingElse,
        decide: (sum) => {
          if (sum > 0) throw new Rejection(testRefusal('THERE_ALREADY', 'counted before'));
          return [counted(1)];
        },
        context: issued,
        expectNew: true,
      });
    const issued = context();
    await expect(onlyOnce(issued)).resolves.toMatchObject({ revision: 0n, repeated: false });
    await expect(onlyOnce(issued)).resolves.toMatchObject({ revision: 0n });
    await expect(onlyOnce(context())).rejects.toMatchObject({ code: 'THERE_ALREADY' });
    expect(await Array.fromAsync(store.read(stream))).toHaveLength(1);
  });

  it('reads after all when the new stream would be about somebody erased, who was there before', async () => {
    const participantId = randomUUID();
    const stream = `counter-${randomUUID()}`;
    const event: CounterEvent = { type: 'Counted', data: { by: 1, participantId, person: { name: 'Sari' } } };
    const placed = (into: EventStore) =>
      handle(into, {
        stream: counter,
        id: idOf(stream),
        facts: nothingElse,
        decide: (sum) => {
          if (sum > 0) throw new Rejection(testRefusal('THERE_ALREADY', 'counted before'));
          return [event];
        },
        context: context(),
        expectNew: true,
      });
    await placed(store);
    const later = EventStore.at(server.connectionString, new EventCodec(NO_KEYS));
    await expect(placed(later)).rejects.toMatchObject({ code: 'THERE_ALREADY' });
    await later.close();
  });

  it.each([false, true])(
    'refuses what is personal once the key is destroyed (expecting new: %s)',
    async (expectNew) => {
      const participantId = randomUUID();
      const later = EventStore.at(server.connectionString, new EventCodec(NO_KEYS));
      const decided = (event: CounterEvent) =>
        handle(later, {
          stream: counter,
          id: participantId,
          facts: nothingElse,
          decide: () => [event],
          context: context(),
          expectNew,
        });
      const personal = decided({ type: 'Counted', data: { by: 1, participantId, person: { name: 'Sari' } } });
      await expect(personal).rejects.toMatchObject({ code: 'PERSONAL_DATA_ERASED' });
      expect(await decided(counted(1))).toMatchObject({ revision: 0n, events: ['Counted'] });
      await later.close();
    },
  );

  it('records what health only proves without it once that key is gone, and nothing of who was erased altogether', async () => {
    type Proven = DomainEvent<
      'Found' | 'Told',
      { participantId: string; person?: { name: string }; health: Sealed<{ why: string }> }
    >;
    const findings = streamOf<number, Proven>('finding', {
      initial: 0,
      evolve: (sum) => sum + 1,
      provenByHealth: ['Found'],
    });
    const decided = async (type: Proven['type'], keysLeft: object) => {
      const ring = new Map([['somebody', keysLeft as SubjectKeys]]);
      const ringLeft: KeyRing = { ensure: async () => ring, find: async () => ring };
      const erased = EventStore.at(server.connectionString, new EventCodec(ringLeft, [findings]));
      const id = randomUUID();
      const data = { participantId: 'somebody', person: { name: 'Sari' }, health: { why: 'injury' } };
      try {
        await handle(erased, {
          stream: findings,
          id,
          facts: nothingElse,
          decide: () => [{ type, data }],
          context: context(),
        });
        const found: unknown[] = [];
        for await (const event of erased.read<Proven>(findings.of(id))) found.push(event.data);
        return found;
      } finally {
        await erased.close();
      }
    };
    const onlyHealthIsGone = { person: newKey() };
    expect(await decided('Found', onlyHealthIsGone)).toEqual([
      { participantId: 'somebody', person: { name: 'Sari' }, health: ERASED },
    ]);
    for (const refused of [decided('Told', onlyHealthIsGone), decided('Found', {})]) {
      await expect(refused).rejects.toMatchObject({ code: 'PERSONAL_DATA_ERASED' });
    }
  });

  it('records nothing when the decision refuses or has nothing to do', async () => {
    const stream = `counter-${randomUUID()}`;
    const refuse = jest.fn(() => {
      throw new Rejection(testRefusal('NO', 'not today'));
    });
    const refused = handle(store, {
      stream: counter,
      id: idOf(stream),
      facts: nothingElse,
      decide: refuse,
      context: context(),
    });
    await expect(refused).rejects.toThrow(Rejection);
    expect(refuse).toHaveBeenCalledTimes(1);
    for (const expectNew of [false, true]) {
      const nothing = await handle(store, {
        stream: counter,
        id: idOf(stream),
        facts: nothingElse,
        decide: () => [],
        context: context(),
        expectNew,
      });
      expect(nothing).toMatchObject({ revision: null, events: [] });
    }
    expect(await Array.fromAsync(store.read(stream))).toEqual([]);
  });

  it('keeps personal sections sealed in the log, and erased when the key is gone', async () => {
    const participantId = randomUUID();
    const stream = `counter-${randomUUID()}`;
    const event: CounterEvent = {
      type: 'Counted',
      data: { by: 1, participantId, person: { name: 'Sari Contoh' } },
    };
    await handle(store, {
      stream: counter,
      id: idOf(stream),
      facts: nothingElse,
      decide: () => [event],
      context: context(),
    });

    const [opened] = await Array.fromAsync(store.read<CounterEvent>(stream));
    expect(opened?.data.person).toEqual({ name: 'Sari Contoh' });

    const blind = EventStore.at(server.connectionString, new EventCodec(ringOf(new Map())));
    const [closed] = await Array.fromAsync(blind.read<CounterEvent>(stream));
    await blind.close();
    expect(JSON.stringify(closed?.data)).not.toContain('Sari');
    expect(closed?.data).toMatchObject({ by: 1, person: { erased: true } });
  });

  describe('in a stream that is summed up now and then', () => {
    type TillEvent = DomainEvent<'Taken', { by: number }> | DomainEvent<'Balanced', { sum: number }>;
    const till = streamOf<number, TillEvent>('till', {
      initial: 0,
      summary: 'Balanced',
      evolve: (sum, { type, data }) => (type === 'Balanced' ? data.sum : sum + data.by),
    });
    const decided: number[] = [];
    const take = (
      id: string,
      by: number,
      extra: { context?: CommandContext; expectedRevision?: bigint } = {},
    ) =>
      handle(store, {
        stream: till,
        id,
        facts: nothingElse,
        decide: (sum): TillEvent[] => {
          decided.push(sum);
          if (by < 0) throw new Rejection(testRefusal('TOO_LITTLE', 'taken below nothing'));
          return by > 0 ? [{ type: 'Taken', data: { by } }] : [];
        },
        context: context(),
        ...extra,
      });
    const takenBefore = async (id: string, count: number) => {
      const taken = Array.from({ length: count }, (): TillEvent => ({ type: 'Taken', data: { by: 1 } }));
      await store.append(`till-${id}`, taken, null, context());
    };
    const balance = async (id: string) => {
      const { state: sum, revision } = await store.stateAndRevision(till, id);
      await store.append(`till-${id}`, [{ type: 'Balanced', data: { sum } }], revision, context());
    };
    /** How many events are read to know the state. */
    async function readFor(id: string): Promise<number> {
      const codec = new EventCodec(ringOf(keys));
      const counting = EventStore.at(server.connectionString, codec);
      const decode = jest.spyOn(codec, 'decode');
      await counting.state(till, id);
      await counting.close();
      return decode.mock.calls.reduce((read, [events]) => read + events.length, 0);
    }

    it('reads from the last sum on, however much stands before it', async () => {
      const id = randomUUID();
      await takenBefore(id, 700);
      expect(await store.stateAndRevision(till, id)).toEqual({ state: 700, revision: 699n });
      expect(await readFor(id)).toBe(700);
      await balance(id);
      for (let times = 0; times < 3; times++) await take(id, 2);
      expect(await readFor(id)).toBe(4);
      expect(decided.at(-1)).toBe(704);
      expect(await store.stateAndRevision(till, id)).toEqual({ state: 706, revision: 703n });
    });

    it('finds a sum that stands further back than the newest few events', async () => {
      const id = randomUUID();
      await takenBefore(id, 3);
      await balance(id);
      const taken = Array.from({ length: 400 }, (): TillEvent => ({ type: 'Taken', data: { by: 1 } }));
      await store.append(`till-${id}`, taken, 3n, context());
      expect(await readFor(id)).toBe(401);
      expect(await store.state(till, id)).toBe(403);
      expect(await store.state(till, randomUUID())).toBe(0);
    });

    it('answers a command from before the sum as the first time, where it would be refused or is needless now', async () => {
      const id = randomUUID();
      const issued = context();
      const first = await take(id, 5, { context: issued });
      await balance(id);
      expect(await take(id, -1, { context: issued })).toEqual({ ...first, repeated: true });
      expect(await take(id, 0, { context: issued })).toEqual({ ...first, repeated: true });
      await expect(take(id, -1)).rejects.toThrow(Rejection);
      expect((await take(id, 0)).events).toEqual([]);
    });

    it('tells whoever saw the thing before the sum of everything since', async () => {
      const id = randomUUID();
      await take(id, 5);
      await balance(id);
      await take(id, 1);
      const stale = await take(id, 1, { expectedRevision: 0n }).catch((error: unknown) => error);
      expect((stale as StaleRevision).since.map(({ type }) => type)).toEqual(['Balanced', 'Taken']);
    });
  });

  it('tells the newest position, past what the log wrote for itself, and closes after that', async () => {
    const other = EventStore.at(server.connectionString, new EventCodec(ringOf(keys)));
    const { position } = await count(`counter-${randomUUID()}`, 1);
    const own = { contentType: 'application/json' as const, type: '$of-the-log', data: {}, metadata: {} };
    for (let index = 0; index < 3; index++)
      await other['calls'].append(`system-${randomUUID()}`, [{ ...own, id: randomUUID() }], null, 5_000);
    const told = await Promise.all(Array.from({ length: 50 }, () => other.lastPosition()));
    expect(new Set(told)).toEqual(new Set([position]));
    await other.close();
  });

  it('closes although many a reader stopped early', async () => {
    const stream = `counter-${randomUUID()}`;
    for (let index = 0; index < 3; index++) await count(stream, 1);
    const other = EventStore.at(server.connectionString, new EventCodec(ringOf(keys)));
    for (let times = 0; times < 10; times++) {
      await other.lastPosition();
      for await (const event of other.read(stream)) if (event.revision === 0n) break;
    }
    await expect(other.close()).resolves.toBeUndefined();
  });

  it('follows the log from a position on, old events first and then new ones as they come', async () => {
    const stream = `counter-${randomUUID()}`;
    const before = await count(stream, 1);
    await count(stream, 2);
    const controller = new AbortController();
    const seen: unknown[] = [];
    for await (const batch of store.follow(before.position, controller.signal)) {
      for (const { streamId, data } of batch.events) if (streamId === stream) seen.push(data);
      if (seen.length === 1) await count(stream, 3);
      if (seen.length === 2) controller.abort();
    }
    expect(seen).toEqual([{ by: 2 }, { by: 3 }]);
  });
});
