import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';

/** One thing that is measured. */
export interface Workload {
  readonly name: string;
  readonly unit: string;
  /** How many do it at the same time. */
  readonly workers: number;
  /** Gets everything ready and returns the thing itself: it is done once and says how many units that was. */
  prepare(client: EventStoreDBClient): Promise<(worker: number) => Promise<number>>;
}

export const DATA_SIZE = 200;
export const BATCH = 1000;

/** Events that one `readAll` or one subscription takes before it begins again. */
const SWEEP = 10_000;

const text = 'x'.repeat(DATA_SIZE);
let streamNumber = 0;

/** A stream name that no other measurement uses. */
export function freshStream(): string {
  return `bench-${process.pid}-${streamNumber++}`;
}

/** Events of the size that is measured. */
export function events(count: number): ReturnType<typeof jsonEvent>[] {
  return Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Measured', data: { n, text } }));
}

function appends(writers: number): Workload {
  return {
    name: `append, ${writers} writer${writers === 1 ? '' : 's'}`,
    unit: 'appends',
    workers: writers,
    prepare: (client) => {
      const streams = Array.from({ length: writers }, freshStream);
      return Promise.resolve(async (writer) => {
        await client.appendToStream(streams[writer]!, events(1));
        return 1;
      });
    },
  };
}

function batches(): Workload {
  return {
    name: `append in batches of ${BATCH}`,
    unit: 'events',
    workers: 1,
    prepare: (client) => {
      const stream = freshStream();
      return Promise.resolve(async () => {
        await client.appendToStream(stream, events(BATCH));
        return BATCH;
      });
    },
  };
}

function streamReads(count: number, readers: number): Workload {
  return {
    name: `readStream of ${count} event${count === 1 ? '' : 's'}`,
    unit: 'reads',
    workers: readers,
    prepare: async (client) => {
      const streams = Array.from({ length: 100 }, freshStream);
      await Promise.all(
        streams.map(async (stream) => {
          for (let n = 0; n < count; n++) await client.appendToStream(stream, events(1));
        }),
      );
      let next = 0;
      return async () => {
        const stream = streams[next++ % streams.length]!;
        for await (const { event } of client.readStream(stream, { maxCount: count })) {
          if (event === undefined) throw new Error('an event is missing');
        }
        return 1;
      };
    },
  };
}

/** Fills the log so far that a sweep does not reach its end. */
async function fill(client: EventStoreDBClient): Promise<void> {
  for (let written = 0; written < SWEEP; written += BATCH) {
    await client.appendToStream(freshStream(), events(BATCH));
  }
}

function allReads(): Workload {
  return {
    name: 'readAll',
    unit: 'events',
    workers: 1,
    prepare: async (client) => {
      await fill(client);
      return async () => {
        let count = 0;
        for await (const { event } of client.readAll({ maxCount: SWEEP })) if (event !== undefined) count++;
        return count;
      };
    },
  };
}

function subscription(): Workload {
  return {
    name: '$all subscription',
    unit: 'events',
    workers: 1,
    prepare: async (client) => {
      await fill(client);
      return async () => {
        let count = 0;
        const subscribed = client.subscribeToAll({ fromPosition: 'start' });
        for await (const { event } of subscribed) if (event !== undefined && ++count === SWEEP) break;
        await subscribed.unsubscribe();
        return count;
      };
    },
  };
}

/** Everything that is measured. */
export const workloads: readonly Workload[] = [
  appends(1),
  appends(16),
  appends(128),
  batches(),
  streamReads(1, 16),
  streamReads(10, 16),
  allReads(),
  subscription(),
];
