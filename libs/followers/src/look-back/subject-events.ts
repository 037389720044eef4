import type { EventStore, RecordedEvent } from '#event-store';
import { eachStream } from '../log-index/each-stream.js';
import type { LogPlaces } from '../log-index/places.js';

/** More than this is folded for a list, by a job, and not while somebody waits. */
const [MOST_STREAMS, MOST_EVENTS] = [1_000, 20_000];

/** A thing that too much is told of to be folded while somebody waits. */
export class TooMuchToFold extends Error {
  override readonly name = 'TooMuchToFold';

  constructor() {
    super(`More than ${MOST_STREAMS} streams or ${MOST_EVENTS} events tell of it`);
  }
}

/**
 * The events that tell of a thing, up to a place in the log and in its order.
 * @param subjects the ids of the thing
 * @param categories of streams that are wanted
 * @throws TooMuchToFold
 */
export async function eventsAbout(
  { log, places }: { readonly log: Pick<EventStore, 'readBatches'>; readonly places: LogPlaces },
  subjects: readonly string[],
  categories: readonly string[],
  upTo: bigint,
): Promise<RecordedEvent[]> {
  const streams = await places.streamsAbout(subjects, categories, MOST_STREAMS);
  if (streams.length > MOST_STREAMS) throw new TooMuchToFold();
  return inLogOrder(await eventsOfStreams(log, streams, upTo));
}

/** The events of some streams up to a place, stream by stream. @throws TooMuchToFold */
export async function eventsOfStreams(
  log: Pick<EventStore, 'readBatches'>,
  streams: readonly string[],
  upTo: bigint,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  await eachStream(streams, async (stream) => {
    for await (const batch of log.readBatches(stream)) {
      events.push(...batch.filter(({ position }) => position <= upTo));
      if (events.length > MOST_EVENTS) throw new TooMuchToFold();
      if ((batch.at(-1)?.position ?? 0n) > upTo) break;
    }
  });
  return events;
}

/** Events of one append may share a position: they stand in the order of their stream. */
export function inLogOrder(events: readonly RecordedEvent[]): RecordedEvent[] {
  return events.toSorted((one, other) => {
    if (one.position !== other.position) return one.position < other.position ? -1 : 1;
    return one.streamId === other.streamId ? Number(one.revision - other.revision) : 0;
  });
}
