import { type EventStore, followTo } from '#event-store';
import type { ContextContracts } from './contract.js';
import type { Publisher } from './publisher.js';
import { toCloudEvents } from './to-cloud-events.js';

/** How far a replay has got. */
export interface Replayed {
  /** Events that the brokers have. */
  readonly events: number;
  /** The place in the log behind which it goes on; null before it has begun. */
  readonly position: bigint | null;
}

interface ReplayOptions {
  readonly log: Pick<EventStore, 'follow' | 'lastPosition'>;
  readonly contexts: readonly ContextContracts[];
  readonly publisher: Pick<Publisher, 'publish'>;
  /** The first position of the log that is published again. */
  readonly from: bigint;
  /** Told after each batch. */
  readonly onProgress?: (replayed: Replayed, end: bigint) => void;
}

/**
 * Publishes again what was recorded from a position on, to where the log ends now, under the same ids: consumers with an inbox do nothing
 * twice. The relay goes on meanwhile; its place does not move.
 * @throws BrokersUnavailable; what was published until then is published
 */
export async function replay({
  log,
  contexts,
  publisher,
  from,
  onProgress,
}: ReplayOptions): Promise<Replayed> {
  const end = await log.lastPosition();
  let replayed: Replayed = { events: 0, position: null };
  if (end === null) return replayed;
  const categories = new Set(contexts.flatMap((context) => context.categories));
  const after = from === 0n ? null : from - 1n;
  for await (const { events, unreadable, position } of followTo(log, after, end, { categories })) {
    if (unreadable) throw unreadable[0];
    const outgoing = events.flatMap((event) => toCloudEvents(contexts, event));
    await publisher.publish(outgoing);
    replayed = { events: replayed.events + outgoing.length, position };
    onProgress?.(replayed, end);
  }
  return replayed;
}
