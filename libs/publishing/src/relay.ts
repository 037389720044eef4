import type { EventStore, RecordedEvent } from '#event-store';
import type { DomainEvent } from '#kernel';
import {
  type Projection,
  type RunnerOptions,
  type RunningProjection,
  defineProjection,
  runProjection,
} from '#followers';
import type { ContextContracts } from './contract.js';
import type { Publisher } from './publisher.js';
import { toCloudEvents } from './to-cloud-events.js';

export interface RelayOptions extends Omit<RunnerOptions, 'projection'> {
  readonly contexts: readonly ContextContracts[];
  readonly publisher: Pick<Publisher, 'publish'>;
}

/**
 * Follows the log and publishes what the contracts make of it, until `signal` aborts: in log order, at least once.
 * It runs as a projection without tables, with everything that brings: one active instance, its place kept in
 * PostgreSQL, growing pauses after a failure. The place moves only after the brokers have confirmed a batch, so a crash
 * in between publishes that batch again, under the same ids.
 */
export function runRelay({ contexts, publisher, store, ...options }: RelayOptions): RunningProjection {
  return runProjection({
    ...options,
    projection: relayProjection(contexts),
    store: { follow: (after, until) => published(store.follow(after, until), contexts, publisher) },
  });
}

/** Where the relay stands. A higher version starts at the beginning of the log and publishes everything again. */
export function relayProjection(contexts: readonly ContextContracts[]): Projection<DomainEvent, object> {
  return defineProjection<DomainEvent, object>({
    name: 'event_relay',
    version: 1,
    categories: contexts.flatMap(({ categories }) => categories),
    createTables: async () => {},
    on: {},
  });
}

/** The log, batch by batch, once what it says is published. */
async function* published(
  batches: ReturnType<EventStore['follow']>,
  contexts: readonly ContextContracts[],
  publisher: Pick<Publisher, 'publish'>,
): AsyncGenerator<RecordedEvent[]> {
  for await (const batch of batches) {
    await publisher.publish(batch.flatMap((event) => toCloudEvents(contexts, event)));
    yield batch;
  }
}
