import type { EventLog } from '../storage/event-log.js';
import type { StoredEvent } from '../storage/log-reader.js';
import { isTombstoned } from '../storage/stream-heads.js';
import { isYoungEnough, visibleRange } from '../storage/visible-range.js';
import { streamDeleted } from '../service/errors.js';

/** What a subscription reads from: the next events after a number, and how far there is to go. */
export interface EventSource {
  /**
   * Events after the given number that a reader may see; `searchedTo` is how far the log was looked at.
   *
   * @throws CallError when the stream is tombstoned
   */
  after(number: number): { events: readonly StoredEvent[]; searchedTo: number };
  /** The number of the newest event. */
  head(): number;
}

/** At most this many events of a stream are fetched at once. */
const CHUNK_EVENTS = 1_000;

/** The events of a stream by revision, or of `$all` by position when no stream is named. */
export function eventSource(log: EventLog, stream: string | undefined): EventSource {
  return stream === undefined ? allSource(log) : streamSource(log, stream);
}

function allSource(log: EventLog): EventSource {
  return {
    after: (number) => {
      const events = upTo(log.head, log.reader.allAfter(number));
      return { events, searchedTo: events.at(-1)?.number ?? number };
    },
    head: () => log.head,
  };
}

function streamSource(log: EventLog, stream: string): EventSource {
  return {
    after: (number) => {
      const head = log.streamHead(stream);
      if (isTombstoned(head)) throw streamDeleted(stream);
      const range = visibleRange(head);
      const from = Math.max(number + 1, range.first);
      if (from > range.last) return { events: [], searchedTo: range.last };
      const chunk = upTo(range.last, log.reader.stream(head.id, from, false, CHUNK_EVENTS));
      const events = chunk.filter((event) => isYoungEnough(range, event.message));
      return { events, searchedTo: chunk.at(-1)?.number ?? range.last };
    },
    head: () => log.streamHead(stream).last,
  };
}

/** What was just committed can be read already, but is shown only when it is on disk. */
function upTo(last: number, events: readonly StoredEvent[]): readonly StoredEvent[] {
  if ((events.at(-1)?.number ?? 0) <= last) return events;
  return events.filter(({ number }) => number <= last);
}
