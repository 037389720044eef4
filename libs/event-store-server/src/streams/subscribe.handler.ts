import { randomUUID } from 'node:crypto';
import type { EventLog } from '../storage/event-log.js';
import type { StoredEvent } from '../storage/log-reader.js';
import { withResolvedLink } from '../storage/links.js';
import { serverStopping } from '../service/errors.js';
import type { Outlet } from '../service/outlet.js';
import {
  caughtUpResponse,
  checkpointResponse,
  confirmationResponse,
  fellBehindResponse,
} from '../wire/responses.js';
import type { EventFilter } from './event-filter.js';
import { eventSource, type EventSource } from './event-source.js';
import type { ReadRequest } from './read-request.js';

/** A subscriber that was live and lags by more than this is told so. */
const LIVE_LAG = 4_000;

/**
 * Serves a catch-up subscription until the client leaves: first what is stored, then what arrives. Events are fetched
 * when the client can take them, never queued for it.
 *
 * @throws CallError when the stream is tombstoned
 */
export async function serveSubscription(log: EventLog, request: ReadRequest, outlet: Outlet): Promise<void> {
  const source = eventSource(log, request.stream);
  let cursor = startingPoint(request, source);
  outlet.lag = () => source.head() - Math.max(cursor, 0);
  await outlet.send(confirmationResponse(randomUUID()));
  const checkpoints = request.filter === undefined ? undefined : new Checkpoints(request.filter);
  let live = false;
  while (!outlet.gone) {
    if (log.stopping.aborted) throw serverStopping();
    if (source.head() <= cursor) {
      if (!live) {
        live = true;
        const due = checkpoints?.pending();
        if (due !== undefined) await outlet.send(checkpointResponse(due));
        await outlet.send(caughtUpResponse());
      }
      await outlet.until((proceed) => log.signal.once(request.stream, proceed));
      continue;
    }
    if (live && source.head() - cursor > LIVE_LAG) {
      live = false;
      await outlet.send(fellBehindResponse());
    }
    const { events, searchedTo } = source.after(cursor);
    await sendAll(events, (message) => show(log, request, message), checkpoints, outlet);
    cursor = searchedTo;
  }
}

async function sendAll(
  events: readonly StoredEvent[],
  toSend: (message: Buffer) => Buffer | undefined,
  checkpoints: Checkpoints | undefined,
  outlet: Outlet,
): Promise<void> {
  for (const { message, number } of events) {
    if (outlet.gone) return;
    const sent = toSend(message);
    const wait = sent === undefined ? undefined : outlet.send(sent);
    if (wait !== undefined) await wait;
    if (checkpoints?.passed(number)) await outlet.send(checkpointResponse(number));
  }
}

/** What the subscriber gets to see of an event, if anything. */
function show(log: EventLog, { filter, resolveLinks }: ReadRequest, message: Buffer): Buffer | undefined {
  if (filter !== undefined && !filter.matches(message)) return undefined;
  return resolveLinks ? withResolvedLink(log, message) : message;
}

/** A subscription starts after the number it names; `start` is before the first event. */
function startingPoint(request: ReadRequest, source: EventSource): number {
  if (request.from === 'start') return -1;
  return request.from === 'end' ? source.head() : request.from;
}

/** Decides when a filtered subscriber hears how far the log has been searched. */
class Checkpoints {
  private searched = 0;
  private lastNumber: number | undefined;

  constructor(private readonly filter: EventFilter) {}

  /** Counts one event that was looked at; true when a checkpoint is due after it. */
  passed(number: number): boolean {
    this.lastNumber = number;
    this.searched++;
    return this.searched % this.filter.checkpointEvery === 0;
  }

  /** Where the search stands, if something was looked at since the last checkpoint. */
  pending(): number | undefined {
    return this.searched % this.filter.checkpointEvery === 0 ? undefined : this.lastNumber;
  }
}
