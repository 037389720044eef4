import type { EventStore, RecordedEvent } from '#event-store';
import { type DomainEvent, type Fold, type Instant, type LocalDate, categoryOf } from '#kernel';
import { eachStream } from '../log-index/each-stream.js';
import type { EventPlace, IndexedEvent, LogPlaces } from '../log-index/places.js';
import { type Difference, SEALED_MARK, differencesOf } from './difference.js';

/** A kind of stream with what its events mean. */
export type FoldedStream = Fold<unknown, DomainEvent> & { readonly category: string };

/** An event as another one tells of it: what caused it, or what it led to. */
export interface LinkedEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly type: string;
  readonly recordedAt: Instant;
}

/** One event with everything that stands beside it, what it followed from and led to, and the difference that it made. */
export interface HistoryEvent extends LinkedEvent {
  readonly actorId: string;
  readonly roles: readonly string[];
  readonly office: string;
  /** Why, where whoever did it said so by a code. */
  readonly reason: string | null;
  readonly issuedAt: Instant;
  readonly effectiveOn: LocalDate | null;
  readonly commandId: string;
  readonly correlationId: string;
  /** The event that it followed from; null where a person gave the command. */
  readonly cause: LinkedEvent | null;
  /** What followed from it, across all streams. */
  readonly consequences: readonly LinkedEvent[];
  /** There are more than are listed. */
  readonly moreConsequences: boolean;
  /** What is personal is sealed. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What it made otherwise in the state of its stream. */
  readonly difference: readonly Difference[];
}

/** What a history is told of. */
export interface Told {
  readonly log: Pick<EventStore, 'readBatches'>;
  readonly places: LogPlaces;
  readonly streams: readonly FoldedStream[];
}

/** Which events of a thing: those of its own streams, or of every stream that names it. */
export const HISTORY_SCOPES = ['OWN', 'ALL'] as const;

export type HistoryScope = (typeof HISTORY_SCOPES)[number];

export interface HistoryAsked {
  readonly scope: HistoryScope;
  /** The last event of the page before. */
  readonly behind?: EventPlace;
  readonly upTo: bigint;
  readonly limit: number;
}

/** Consequences that are listed of one event: an import may have led to thousands. */
const MOST_CONSEQUENCES = 50;

/** Of more streams than these no page is sorted: that takes longer than anybody waits. */
const MOST_NAMING = 100_000;

/** A thing that too many streams name for their events to be told in one order. */
export class TooMuchHistory extends Error {
  override readonly name = 'TooMuchHistory';
  readonly most = MOST_NAMING;

  constructor() {
    super(`More than ${MOST_NAMING} streams name it: its own events alone can be told`);
  }
}

/** The events that tell of a thing, in the order of the log, a page of them; one more than `limit` where there are more. @throws TooMuchHistory */
export async function historyOf(
  told: Told,
  subjectId: string,
  { scope, behind, upTo, limit }: HistoryAsked,
): Promise<HistoryEvent[]> {
  const streams =
    scope === 'OWN'
      ? await told.places.ownStreams(subjectId)
      : await told.places.streamsNaming(subjectId, MOST_NAMING);
  if (streams.length > MOST_NAMING) throw new TooMuchHistory();
  if (streams.length === 0) return [];
  return inFull(told, await told.places.eventsOf(streams, { behind, upTo, limit: limit + 1 }), upTo);
}

/** One event with its causes and consequences; undefined where there is none with this id up to that position. */
export async function historyOfEvent(
  told: Told,
  eventId: string,
  upTo: bigint,
): Promise<HistoryEvent | undefined> {
  const known = (await told.places.byIds([eventId])).filter(({ position }) => BigInt(position) <= upTo);
  const [found] = await inFull(told, known, upTo);
  return found;
}

async function inFull(told: Told, indexed: readonly IndexedEvent[], upTo: bigint): Promise<HistoryEvent[]> {
  const [recorded, links] = await Promise.all([recordedWith(told, indexed), linksOf(told, indexed, upTo)]);
  return indexed.flatMap((place) => {
    const found = recorded.get(place.eventId);
    return found ? [{ ...itemOf(found), ...links(place) }] : [];
  });
}

interface Recorded {
  readonly event: RecordedEvent;
  readonly difference: readonly Difference[];
}

/** Reads each stream once, from its beginning to the last event that is wanted of it. */
async function recordedWith(
  { log, streams }: Told,
  indexed: readonly IndexedEvent[],
): Promise<Map<string, Recorded>> {
  const found = new Map<string, Recorded>();
  const wanted = new Set(indexed.map(({ eventId }) => eventId));
  const last = new Map<string, number>();
  for (const { streamId, revision } of indexed)
    last.set(streamId, Math.max(revision, last.get(streamId) ?? 0));
  await eachStream(last, async ([streamId, end]) => {
    const kind = streams.find(({ category }) => category === categoryOf(streamId));
    let state = kind?.initial;
    for await (const batch of log.readBatches(streamId)) {
      for (const event of batch) {
        const before = state;
        state = kind?.evolve(before, event);
        if (wanted.has(event.id))
          found.set(event.id, { event, difference: kind ? differencesOf(before, state) : [] });
      }
      if (Number(batch.at(-1)?.revision ?? 0n) >= end) break;
    }
  });
  return found;
}

async function linksOf({ places }: Told, indexed: readonly IndexedEvent[], upTo: bigint) {
  const [causes, caused] = await Promise.all([
    places.byIds([...new Set(indexed.map(({ causationId }) => causationId))]),
    places.causedBy(
      indexed.map(({ eventId }) => eventId),
      upTo,
      MOST_CONSEQUENCES + 1,
    ),
  ]);
  const byId = new Map(causes.map((cause) => [cause.eventId, linkTo(cause)]));
  const consequences = new Map<string, IndexedEvent[]>();
  for (const one of caused)
    consequences.set(one.causationId, [...(consequences.get(one.causationId) ?? []), one]);
  return ({ eventId, causationId }: IndexedEvent) => {
    const followed = consequences.get(eventId) ?? [];
    return {
      cause: byId.get(causationId) ?? null,
      consequences: followed.slice(0, MOST_CONSEQUENCES).map(linkTo),
      moreConsequences: followed.length > MOST_CONSEQUENCES,
    };
  };
}

function linkTo({ eventId, streamId, revision, position, type, recordedAt }: IndexedEvent): LinkedEvent {
  return { eventId, stream: streamId, revision, position, type, recordedAt };
}

function itemOf({ event, difference }: Recorded) {
  const { id: eventId, streamId: stream, revision, position, type, recordedAt, metadata } = event;
  const { actor, issuedAt, commandId, $correlationId: correlationId } = metadata;
  const data = event.data as Readonly<Record<string, unknown>>;
  return {
    eventId,
    stream,
    revision: Number(revision),
    position: String(position),
    type,
    recordedAt,
    actorId: actor.id,
    roles: actor.roles,
    office: actor.office,
    reason: textOf(data.reason) ?? textOf(data.ground),
    issuedAt,
    commandId,
    correlationId,
    effectiveOn: textOf(data.effectiveOn) as LocalDate | null,
    data: Object.fromEntries(
      Object.entries(data).map(([name, value]) => [name, SECTIONS.has(name) ? SEALED_MARK : value]),
    ),
    difference,
  };
}

const SECTIONS = new Set(['person', 'health']);

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
