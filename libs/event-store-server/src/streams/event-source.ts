import type { EventLog } from '../storage/event-log.js';
import type { StoredEvent } from '../storage/log-reader.js';
import { isYoungEnough, visibleRange } from '../storage/visible-range.js';
import { streamDeleted } from '../service/errors.js';

/** Some events, and how far the log was looked at for them. */
export interface Found {
  readonly events: readonly StoredEvent[];
  readonly searchedTo: number;
}

/** What a subscription reads from: the next events after a number, and how far there is to go. */
export interface EventSource {
  /**
   * Events after the given number, up to `last`, that a reader may see now.
   *
   * @throws CallError when the stream is tombstoned
   */
  visible(after: number, last: number): Found;
  /** Events after the given number, whatever hides them from readers; the tombstone is one of them. */
  stored(after: number): Found;
  /** The number of the newest event. */
  head(): number;
  /** @throws CallError when the stream is tombstoned, or the stream that it is the metadata of */
  requireOpen(): void;
}

/** At most this many events of a stream are fetched at once. */
const CHUNK_EVENTS = 1_000;

/** The events of a stream by revision, or of `$all` by position when no stream is named. */
export function eventSource(log: EventLog, stream: string | undefined): EventSource {
  return stream === undefined ? allSource(log) : streamSource(log, stream);
}

function allSource(log: EventLog): EventSource {
  const stored = (after: number): Found => found(upTo(log.head, log.reader.allAfter(after)), log.head);
  return { visible: stored, stored, head: () => log.head, requireOpen: () => undefined };
}

function streamSource(log: EventLog, stream: string): EventSource {
  const requireOpen = () => {
    if (log.isDeleted(stream)) throw streamDeleted(stream);
  };
  return {
    visible: (after, last) => {
      requireOpen();
      const head = log.streamHead(stream);
      const range = visibleRange(head);
      const end = Math.min(range.last, last);
      const from = Math.max(after + 1, range.first);
      if (from > end) return { events: [], searchedTo: last };
      const chunk = upTo(end, log.reader.stream(head.id, from, false, CHUNK_EVENTS));
      const { events, searchedTo } = found(chunk, end);
      return { events: events.filter((event) => isYoungEnough(range, event.message)), searchedTo };
    },
    stored: (after) => {
      const { id, last } = log.streamHead(stream);
      return found(upTo(last, log.reader.stream(id, after + 1, false, CHUNK_EVENTS)), last);
    },
    head: () => log.streamHead(stream).last,
    requireOpen,
  };
}

function found(events: readonly StoredEvent[], end: number): Found {
  return { events, searchedTo: events.at(-1)?.number ?? end };
}

/** What was just committed can be read already, but is shown only when it is on disk. */
function upTo(last: number, events: readonly StoredEvent[]): readonly StoredEvent[] {
  if ((events.at(-1)?.number ?? 0) <= last) return events;
  return events.filter(({ number }) => number <= last);
}
