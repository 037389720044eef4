import type { EventStore } from '#event-store';
import { type CloudEvent, type ContextContracts, toCloudEvents } from '#publishing/contracts';

/** What a feed needs of the log. */
export type FeedLog = Pick<EventStore, 'follow' | 'lastPosition'>;

/** What somebody asks of the feed. */
export interface Asked {
  /** Behind this position of the log; from its beginning where there is none. */
  readonly after: bigint | null;
  /** Contracts by their names. Empty: all of them. */
  readonly types: readonly string[];
}

/** The events of one event of the log, and where that stands. */
export interface Told {
  readonly position: bigint;
  readonly events: readonly CloudEvent[];
}

interface PageLimits {
  readonly limit: number;
  readonly withinMs?: number;
}

export interface FeedPage {
  readonly events: readonly CloudEvent[];
  /** Where the next page begins. */
  readonly next: bigint | null;
  /** Whether the log went on behind this page when it was made. */
  readonly hasMore: boolean;
}

/** The contracts that are asked for, each with the categories of its context. */
function contractsAsked(
  contexts: readonly ContextContracts[],
  types: readonly string[],
): readonly ContextContracts[] {
  if (types.length === 0) return contexts;
  const wanted = new Set(types);
  return contexts
    .map((context) => ({ ...context, contracts: context.contracts.filter(({ type }) => wanted.has(type)) }))
    .filter(({ contracts }) => contracts.length > 0);
}

/** So long a page is made: where what is asked for is rare, it ends before that is found and says from where to go on. */
const PAGE_WITHIN_MS = 5_000;

/**
 * One page: the events behind a position, whole events of the log only, so that a page may hold one or two more than `limit`.
 * It ends where the log ended when it was asked for, or once it has taken `withinMs`.
 */
export async function feedPage(
  log: FeedLog,
  contexts: readonly ContextContracts[],
  { after, types, limit, withinMs = PAGE_WITHIN_MS }: Asked & PageLimits,
): Promise<FeedPage> {
  const until = performance.now() + withinMs;
  const end = await log.lastPosition();
  const events: CloudEvent[] = [];
  let next = after;
  if (end === null || (after !== null && after >= end)) return { events, next, hasMore: false };
  const enough = new AbortController();
  try {
    for await (const told of toldBehind(log, contexts, { after, types }, enough.signal)) {
      if (told.position > end) break;
      events.push(...told.events);
      next = told.position;
      if (events.length >= limit || told.position >= end || performance.now() >= until) break;
    }
  } catch (error) {
    // What stands before an event that cannot be told is told; whoever asks from there on hears why it does not go on.
    if (next === after) throw error;
  } finally {
    enough.abort();
  }
  return { events, next, hasMore: next !== null && next < end };
}

/** What the log tells behind a position, as it comes, until `signal` aborts; also places that nothing is told of. */
export async function* toldBehind(
  log: FeedLog,
  contexts: readonly ContextContracts[],
  { after, types }: Asked,
  signal: AbortSignal,
): AsyncGenerator<Told> {
  const asked = contractsAsked(contexts, types);
  const categories = new Set(asked.flatMap((context) => context.categories));
  for await (const batch of log.follow(after, signal, { categories })) {
    const [unreadable] = batch.unreadable ?? [];
    for (const event of batch.events) {
      if (unreadable && event.position > unreadable.position) throw unreadable;
      const events = toCloudEvents(asked, event).map((outgoing) => outgoing.event);
      if (events.length > 0) yield { position: event.position, events };
    }
    // Nobody is told of what comes behind an event that cannot be read: it may be of the same stream.
    if (unreadable) throw unreadable;
    yield { position: batch.position, events: [] };
  }
}
