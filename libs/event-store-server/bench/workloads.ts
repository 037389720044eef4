import { jsonEvent } from '@eventstore/db-client';
import type { BenchClient } from './clients.js';

/** One thing that is measured. */
export interface Workload {
  readonly name: string;
  readonly unit: string;
  /** How many do it at the same time. */
  readonly workers: number;
  /** Gets everything ready and returns the thing itself: it is done once and says how many units that was. */
  prepare(client: BenchClient): Promise<(worker: number) => Promise<number>>;
}

export const DATA_SIZE = 200;
export const BATCH = 1000;

/** Events that one `readAll` or one subscription takes before it begins again. */
const SWEEP = 10_000;

const text = 'x'.repeat(DATA_SIZE);
let streamNumber = 0;

/** A stream that no other measurement uses. Its name ends with how many events a read of it shall find. */
export function freshStream(count: number): string {
  return `bench-${process.pid}-${streamNumber++}-${count}`;
}

/** Events of the size that is measured. */
export function events(count: number): ReturnType<typeof jsonEvent>[] {
  return Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Measured', data: { n, text } }));
}

/** Appends to streams of their own, `count` events at a time. */
function appending(client: BenchClient, writers: number, count: number) {
  const streams = Array.from({ length: writers }, () => ({ name: freshStream(count), size: 0n }));
  return async (writer: number) => {
    const stream = streams[writer]!;
    await client.append(stream.name, events(count), stream.size === 0n ? null : stream.size - 1n);
    stream.size += BigInt(count);
    return count;
  };
}

function appends(writers: number): Workload {
  return {
    name: `append, ${writers} writer${writers === 1 ? '' : 's'}`,
    unit: 'appends',
    workers: writers,
    prepare: (client) => Promise.resolve(appending(client, writers, 1)),
  };
}

function batches(): Workload {
  return {
    name: `append in batches of ${BATCH}`,
    unit: 'events',
    workers: 1,
    prepare: (client) => Promise.resolve(appending(client, 1, BATCH)),
  };
}

function streamReads(count: number, readers: number): Workload {
  return {
    name: `readStream of ${count} event${count === 1 ? '' : 's'}, ${readers} reader${readers === 1 ? '' : 's'}`,
    unit: 'reads',
    workers: readers,
    prepare: async (client) => {
      const streams = Array.from({ length: 100 }, () => freshStream(count));
      await Promise.all(
        streams.map(async (stream) => {
          for (let n = 0; n < count; n++) {
            await client.append(stream, events(1), n === 0 ? null : BigInt(n - 1));
          }
        }),
      );
      let next = 0;
      return async () => {
        const found = await client.readStream(streams[next++ % streams.length]!, count);
        if (found !== count) throw new Error(`${found} events were found instead of ${count}`);
        return 1;
      };
    },
  };
}

/** What passes many events at a time. The log is filled so far that a sweep does not reach its end. */
function sweeps(name: string, sweep: (client: BenchClient) => Promise<number>): Workload {
  return {
    name,
    unit: 'events',
    workers: 1,
    prepare: async (client) => {
      const append = appending(client, 1, BATCH);
      for (let written = 0; written < SWEEP;) written += await append(0);
      return () => sweep(client);
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
  streamReads(10, 1),
  streamReads(10, 16),
  sweeps('readAll', (client) => client.readAll(SWEEP)),
  sweeps('$all subscription', (client) => client.subscribe(SWEEP)),
];
