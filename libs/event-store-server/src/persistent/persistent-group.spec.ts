import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import persistentPb from '@eventstore/db-client/generated/persistent_pb.js';
import { eventually } from '../../test/eventually.js';
import type { CallError } from '../service/errors.js';
import { EventLog } from '../storage/event-log.js';
import { systemEvent } from '../storage/system-events.js';
import { ExpectedRevision } from '../wire/append-messages.js';
import { proposedEvent } from '../wire/proposed-event.js';
import { FROM_END, type GroupSettings } from './group-definition.js';
import { Consumer } from './consumer.js';
import { PersistentSubscriptions } from './persistent-subscriptions.js';

const KEY = { stream: 'work', group: 'workers' };
const SETTINGS: GroupSettings = {
  resolveLinks: false,
  extraStatistics: false,
  // Longer than any spec: what is not answered would be delivered again.
  messageTimeoutMs: 600_000,
  maxRetryCount: 10,
  checkpointAfterMs: 1,
  minCheckpointCount: 1,
  maxCheckpointCount: 1,
  maxSubscriberCount: 0,
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  strategy: 'RoundRobin',
  startFrom: 0,
};

/** A consumer that keeps what it gets, so that specs can answer and wait. */
class FakeConsumer {
  readonly revisions: number[] = [];
  readonly types: string[] = [];
  readonly ids: string[] = [];
  dropped: CallError | undefined;
  isReady = true;
  readonly consumer: Consumer;
  private wake: () => void = () => undefined;

  constructor(bufferSize = 10) {
    this.consumer = new Consumer({
      from: '',
      username: '',
      connectionName: '',
      bufferSize,
      isReady: () => this.isReady,
      send: (bytes) => this.take(bytes),
      drop: (reason) => (this.dropped = reason),
    });
  }

  async receives(count: number): Promise<void> {
    while (this.revisions.length < count) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private take(bytes: Buffer): void {
    const event = persistentPb.ReadResp.deserializeBinary(bytes).getEvent()!.getEvent()!;
    this.revisions.push(Number(event.getStreamRevision()));
    this.ids.push(event.getId()!.getString());
    this.types.push(event.getMetadataMap().get('type')!);
    this.wake();
  }
}

let log: EventLog;
let reports: string[];
let groups: PersistentSubscriptions;

beforeEach(() => {
  log = new EventLog('memory');
  reports = [];
  groups = new PersistentSubscriptions(log, (what) => reports.push(what));
});
afterEach(() => {
  diskTakes(true);
  log.close();
});

function diskTakes(writes: boolean): void {
  log.database.exec(`PRAGMA query_only = ${writes ? 'OFF' : 'ON'}`);
}

async function append(count: number, stream = 'work'): Promise<void> {
  const events = Array.from({ length: count }, () => systemEvent('Happened', '{}'));
  await log.write({ kind: 'append', stream, expected: ExpectedRevision.any, events });
}

function connect(bufferSize?: number): FakeConsumer {
  const fake = new FakeConsumer(bufferSize);
  groups.find(KEY).connect(fake.consumer);
  return fake;
}

describe('answers that arrive together', () => {
  it('are followed one by one, so that a retry takes its turn behind what an earlier answer made room for', async () => {
    groups.create(KEY, SETTINGS, undefined);
    await append(5);
    const fake = connect(2);
    await fake.receives(2);
    const [first, second] = fake.ids;

    groups.find(KEY).acknowledge([first!]);
    groups.find(KEY).reject(fake.consumer, [second!], 'retry', 'again');
    await fake.receives(4);

    expect(fake.revisions).toEqual([0, 1, 2, 1]);
  });
});

describe('a group on a disk that takes no writes', () => {
  it('gives a message to a consumer again when it cannot be parked', async () => {
    groups.create(KEY, SETTINGS, undefined);
    await append(1);
    const fake = connect();
    await fake.receives(1);

    diskTakes(false);
    groups.find(KEY).reject(fake.consumer, fake.ids, 'park', 'broken');
    await fake.receives(2);
    diskTakes(true);

    expect(fake.revisions).toEqual([0, 0]);
    expect(reports).toContainEqual(expect.stringContaining('could not be parked'));
    groups.find(KEY).reject(fake.consumer, fake.ids, 'park', 'broken');
    await eventually('the message is parked', () => groups.find(KEY).statistics().parkedCount === 1);
  });

  it('goes on, and stores its checkpoint when there is room again', async () => {
    groups.create(KEY, SETTINGS, undefined);
    await append(3);
    const fake = connect();
    await fake.receives(3);

    diskTakes(false);
    groups.find(KEY).acknowledge(fake.ids.slice(0, 2));
    await eventually('the disk refuses', () => reports.length > 0);
    expect(groups.find(KEY).statistics().lastCheckpoint).toBeUndefined();
    diskTakes(true);

    groups.find(KEY).acknowledge(fake.ids);
    await eventually('the checkpoint is stored', () => groups.find(KEY).statistics().lastCheckpoint === 2);
  });

  it('keeps its old settings and its consumers when new ones cannot be stored', async () => {
    groups.create(KEY, SETTINGS, undefined);
    const fake = connect();

    diskTakes(false);
    expect(() => groups.update(KEY, { ...SETTINGS, maxRetryCount: 1 })).toThrow('could not write');
    expect(() => groups.create({ ...KEY, group: 'others' }, SETTINGS, undefined)).toThrow('could not write');
    diskTakes(true);

    expect(groups.find(KEY).definition.settings.maxRetryCount).toBe(10);
    expect(() => groups.find({ ...KEY, group: 'others' })).toThrow('does not exist');
    await append(1);
    await fake.receives(1);
    expect(fake.dropped).toBeUndefined();
  });
});

describe('what a group keeps in memory', () => {
  it('is bounded while nobody takes anything', async () => {
    groups.create(KEY, { ...SETTINGS, historyBufferSize: 50, liveBufferSize: 50 }, undefined);
    await append(5_000);
    const fake = connect(5);
    await fake.receives(5);
    const { readBufferCount, liveBufferCount, inFlight } = groups.find(KEY).statistics();

    expect(inFlight).toBe(5);
    expect(readBufferCount).toBeLessThanOrEqual(50);
    expect(liveBufferCount).toBeLessThanOrEqual(50);
  });

  it('is not a message more for a consumer that is not ready, whatever its buffer says', async () => {
    groups.create(KEY, SETTINGS, undefined);
    const fake = new FakeConsumer(1_000);
    fake.isReady = false;
    groups.find(KEY).connect(fake.consumer);
    const other = connect(1);
    await append(100);
    await other.receives(1);
    expect(fake.revisions).toEqual([]);

    fake.isReady = true;
    groups.find(KEY).proceed();
    await fake.receives(99);
  });

  it('does not depend on where the answers come from', async () => {
    groups.create(KEY, { ...SETTINGS, strategy: 'Pinned' }, undefined);
    await append(3);
    const [first, second] = [connect(), connect()];
    await eventually('all are delivered', () => first.ids.length + second.ids.length === 3);

    groups.find(KEY).acknowledge([...first.ids, ...second.ids]);

    expect(groups.find(KEY).statistics().inFlight).toBe(0);
    expect([first.consumer.inFlight, second.consumer.inFlight]).toEqual([0, 0]);
  });
});

describe('a group of a stream that is closed for good', () => {
  const close = () =>
    log.write({ kind: 'tombstone', stream: 'work', expected: ExpectedRevision.any, events: [] });

  it('gives the tombstone to a consumer that has caught up', async () => {
    groups.create(KEY, SETTINGS, undefined);
    await append(1);
    const fake = connect();
    await fake.receives(1);

    await close();
    await fake.receives(2);

    expect(fake.types).toEqual(['Happened', '$streamDeleted']);
    expect(fake.dropped).toBeUndefined();
  });

  it('drops whoever connects when it was closed before', async () => {
    await append(1);
    await close();
    groups.create(KEY, SETTINGS, undefined);
    const fake = connect();
    await eventually('whoever connects is dropped', () => fake.dropped !== undefined);

    expect(fake.dropped!.metadata?.get('exception')).toEqual(['persistent-subscription-dropped']);
    expect(connect().dropped).toBeDefined();
  });
});

describe('a group that nobody is connected to', () => {
  const hide = () =>
    log.write({
      kind: 'append',
      stream: '$$work',
      expected: ExpectedRevision.any,
      events: [systemEvent('$metadata', '{"$tb":100}')],
    });

  it('keeps what was stored since it began, though readers see it no more', async () => {
    groups.create(KEY, SETTINGS, undefined);
    await append(3);
    await eventually('all have been noted', () => groups.find(KEY).statistics().readBufferCount === 3);
    await hide();
    const fake = connect();
    await fake.receives(3);
    expect(fake.revisions).toEqual([0, 1, 2]);
  });

  it('does not begin with what is hidden', async () => {
    await append(3);
    await hide();
    groups.create(KEY, SETTINGS, undefined);
    await append(1);
    const fake = connect();
    await fake.receives(1);
    expect(fake.revisions).toEqual([3]);
  });

  it('goes on from its new start when it is updated before it has delivered anything', async () => {
    groups.create(KEY, SETTINGS, undefined);
    await append(3);
    groups.update(KEY, { ...SETTINGS, startFrom: 2 });
    const fake = connect();
    await fake.receives(1);
    expect(fake.revisions).toEqual([2]);
  });
});

describe('pinning by correlation', () => {
  it('keeps together what belongs together, from whatever streams', async () => {
    const all = { stream: undefined, group: 'correlated' };
    groups.create(all, { ...SETTINGS, strategy: 'PinnedByCorrelation', startFrom: FROM_END }, undefined);
    const fakes = [new FakeConsumer(1_000), new FakeConsumer(1_000)];
    for (const { consumer } of fakes) groups.find(all).connect(consumer);
    const correlations = new Map<string, string>();
    for (let n = 0; n < 120; n++) {
      const $correlationId = `process-${n % 12}`;
      const metadata = Buffer.from(n % 40 === 39 ? 'no JSON' : JSON.stringify({ $correlationId }));
      const { id, type, content, data } = systemEvent('Happened', '{}');
      const event = proposedEvent({ id, type, content, metadata, data });
      if (n % 40 !== 39) correlations.set(id, $correlationId);
      const expected = ExpectedRevision.any;
      await log.write({ kind: 'append', stream: `s-${n}`, expected, events: [event] });
    }
    await eventually('all are delivered', () => fakes[0]!.ids.length + fakes[1]!.ids.length === 120);

    const seen = fakes.map(({ ids }) => new Set(ids.flatMap((id) => correlations.get(id) ?? [])));
    expect(seen[0]!.size + seen[1]!.size).toBe(12);
    expect(Math.min(seen[0]!.size, seen[1]!.size)).toBeGreaterThan(3);
  });
});
