import type { EventLog } from '../storage/event-log.js';
import type { StoredEvent } from '../storage/log-reader.js';
import { withResolvedLink } from '../storage/links.js';
import { isSoftDeleted } from '../storage/stream-heads.js';
import { isYoungEnough, visibleRange } from '../storage/visible-range.js';
import { invalidArgument, streamDeleted } from '../service/errors.js';
import type { Outlet } from '../service/outlet.js';
import { streamNotFoundResponse } from '../wire/responses.js';
import { isShownInAll } from './event-filter.js';
import type { ReadRequest } from './read-request.js';

/**
 * Answers a read of a stream or of `$all`, in either direction.
 *
 * @throws CallError when the stream is tombstoned, or the position is behind the end and the log is read backwards
 */
export async function answerRead(log: EventLog, request: ReadRequest, outlet: Outlet): Promise<void> {
  await (request.stream === undefined
    ? readAll(log, request, outlet)
    : readStream(log, request, request.stream, outlet));
}

/** Where age hides events, many may be too old before one is not. */
const AT_ONCE_BY_AGE = 500;

async function readStream(
  log: EventLog,
  request: ReadRequest,
  stream: string,
  outlet: Outlet,
): Promise<void> {
  const head = log.streamHead(stream);
  if (log.isDeleted(stream)) throw streamDeleted(stream);
  if (head.last < 0 || isSoftDeleted(head)) {
    await outlet.send(streamNotFoundResponse(stream));
    return;
  }
  const range = visibleRange(head);
  const { backwards } = request;
  let next = backwards
    ? Math.min(startOf(request.from, 0, range.last), range.last)
    : Math.max(startOf(request.from, 0, range.last + 1), range.first);
  let remaining = request.count ?? 0;
  const atOnce = range.createdSince === 0 ? 0 : AT_ONCE_BY_AGE;
  while (remaining > 0 && next >= range.first && next <= range.last && !outlet.gone) {
    const chunk = log.reader.stream(head.id, next, backwards, Math.max(remaining, atOnce));
    if (chunk.length === 0) return;
    for (const event of chunk) {
      if (remaining === 0 || event.number < range.first || event.number > range.last) return;
      if (!isYoungEnough(range, event.message)) continue;
      const wait = outlet.send(request.resolveLinks ? withResolvedLink(log, event.message) : event.message);
      if (wait !== undefined) await wait;
      remaining--;
    }
    next = afterChunk(chunk, backwards);
  }
}

/**
 * Backwards, a position in `$all` stands before the event it names; forwards, the event is included.
 *
 * @throws CallError INVALID_ARGUMENT for a position that no event has or will have next, read backwards
 */
async function readAll(log: EventLog, request: ReadRequest, outlet: Outlet): Promise<void> {
  const { backwards, filter, isInside } = request;
  const head = log.head;
  const from = startOf(request.from, backwards ? 0 : 1, head + 1);
  if (backwards && from > head + 1) throw invalidArgument('The read begins at a position behind the end.');
  let next = backwards ? from - (isInside ? 2 : 1) : Math.max(from, 1);
  let remaining = request.count ?? 0;
  while (remaining > 0 && next >= 1 && next <= head && !outlet.gone) {
    const chunk = log.reader.all(next, backwards, filter === undefined ? remaining : Infinity);
    if (chunk.length === 0) return;
    for (const event of chunk) {
      if (remaining === 0 || event.number > head) return;
      if (!(filter?.matches ?? isShownInAll)(event.message)) continue;
      const wait = outlet.send(request.resolveLinks ? withResolvedLink(log, event.message) : event.message);
      if (wait !== undefined) await wait;
      remaining--;
    }
    next = afterChunk(chunk, backwards);
  }
}

function startOf(from: ReadRequest['from'], start: number, end: number): number {
  if (from === 'start') return start;
  return from === 'end' ? end : from;
}

function afterChunk(chunk: readonly StoredEvent[], backwards: boolean): number {
  const last = chunk[chunk.length - 1]!.number;
  return backwards ? last - 1 : last + 1;
}
