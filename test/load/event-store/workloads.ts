import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';

/** One thing that is measured: it works for about the given time and returns how much it did. */
export interface Workload {
  readonly name: string;
  readonly unit: string;
  run(client: EventStoreDBClient, milliseconds: number): Promise<number>;
}

export const DATA_SIZE = 200;
export const BATCH = 1000;

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

async function inParallel(
  workers: number,
  milliseconds: number,
  once: (worker: number) => Promise<number>,
): Promise<number> {
  const end = performance.now() + milliseconds;
  const counts = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      let count = 0;
      while (performance.now() < end) count += await once(worker);
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function appends(writers: number): Workload {
  return {
    name: `append, ${writers} writer${writers === 1 ? '' : 's'}`,
    unit: 'appends',
    run: (client, milliseconds) => {
      const streams = Array.from({ length: writers }, freshStream);
      return inParallel(writers, milliseconds, async (writer) => {
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
    run: (client, milliseconds) => {
      const stream = freshStream();
      return inParallel(1, milliseconds, async () => {
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
    run: async (client, milliseconds) => {
      const streams = Array.from({ length: 100 }, freshStream);
      await Promise.all(
        streams.map(async (stream) => {
          for (let n = 0; n < count; n++) await client.appendToStream(stream, events(1));
        }),
      );
      let next = 0;
      return inParallel(readers, milliseconds, async () => {
        for await (const event of client.readStream(streams[next++ % streams.length]!, { maxCount: count })) {
          if (event.event === undefined) throw new Error('an event is missing');
        }
        return 1;
      });
    },
  };
}

function allReads(): Workload {
  return {
    name: 'readAll',
    unit: 'events',
    run: (client, milliseconds) =>
      inParallel(1, milliseconds, async () => {
        let count = 0;
        for await (const event of client.readAll({ maxCount: 20_000 })) {
          if (event.event !== undefined) count++;
        }
        return count;
      }),
  };
}

function subscription(): Workload {
  return {
    name: '$all subscription',
    unit: 'events',
    run: (client, milliseconds) =>
      inParallel(1, milliseconds, async () => {
        let count = 0;
        const subscription = client.subscribeToAll({ fromPosition: 'start' });
        for await (const event of subscription) {
          if (event.event !== undefined) count++;
          if (count === 20_000) break;
        }
        await subscription.unsubscribe();
        return count;
      }),
  };
}

/** Everything that is measured, in this order: reads find the events that the appends stored. */
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
