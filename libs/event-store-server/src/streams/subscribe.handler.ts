import { randomUUID } from 'node:crypto';
import type { EventLog } from '../storage/event-log.js';
import type { StoredEvent } from '../storage/log-reader.js';
import { withResolvedLink } from '../storage/links.js';
import { serverStopping, streamDeleted } from '../service/errors.js';
import type { Outlet } from '../service/outlet.js';
import { typeOf } from '../wire/recorded-event.js';
import { caughtUpResponse, checkpointResponse, confirmationResponse } from '../wire/responses.js';
import { Checkpoints, type Place } from './checkpoints.js';
import { isShownInAll } from './event-filter.js';
import { eventSource } from './event-source.js';
import type { ReadRequest } from './read-request.js';

/** As in EventStoreDB, the type alone ends a subscription to a stream, whoever wrote the event. */
const TOMBSTONE_TYPE = Buffer.from('$streamDeleted');

/**
 * Serves a catch-up subscription until the client leaves: first what is stored and visible, then what arrives, which is
 * given whatever hides it meanwhile. Events are fetched when the client can take them, never queued for it.
 *
 * @throws CallError when the stream is tombstoned; before the confirmation when it was so already
 */
export async function serveSubscription(log: EventLog, request: ReadRequest, outlet: Outlet): Promise<void> {
  const source = eventSource(log, request.stream);
  source.requireOpen();
  const liveFrom = source.head();
  let cursor = startingPoint(request, liveFrom);
  outlet.lag = () => source.head() - Math.max(cursor, 0);
  await outlet.send(confirmationResponse(randomUUID()));
  const { filter } = request;
  const checkpoints = filter && new Checkpoints(filter, cursor, liveFrom);
  const send = new Sender(log, request, outlet, checkpoints);
  let isCaughtUp = false;
  const isBehind = cursor < liveFrom;
  if (isBehind) await send.checkpoint(checkpoints?.begin());
  else checkpoints?.goLive();
  while (!outlet.gone) {
    if (log.stopping.aborted) throw serverStopping();
    if (source.head() <= cursor) {
      if (!isCaughtUp) {
        isCaughtUp = true;
        if (isBehind) await send.checkpoint(checkpoints?.caughtUp());
        await outlet.send(caughtUpResponse());
      }
      await outlet.until((proceed) => log.signal.once(request.stream, proceed));
      continue;
    }
    const { events, searchedTo } =
      cursor < liveFrom ? source.visible(cursor, liveFrom) : source.stored(cursor);
    await send.all(events);
    cursor = searchedTo;
  }
}

/** Gives a subscriber what it gets to see of events, and tells it how far the log was searched. */
class Sender {
  constructor(
    private readonly log: EventLog,
    private readonly request: ReadRequest,
    private readonly outlet: Outlet,
    private readonly checkpoints: Checkpoints | undefined,
  ) {}

  /** @throws CallError when the tombstone of the stream is among them */
  async all(events: readonly StoredEvent[]): Promise<void> {
    const { outlet, request, checkpoints } = this;
    const { resolveLinks, stream } = request;
    const isWanted = stream === undefined ? (request.filter?.matches ?? isShownInAll) : () => true;
    for (const { message, number } of events) {
      if (outlet.gone || this.log.stopping.aborted) return;
      const isMatch = isWanted(message);
      const wait = isMatch
        ? outlet.send(resolveLinks ? withResolvedLink(this.log, message) : message)
        : undefined;
      if (wait !== undefined) await wait;
      if (stream !== undefined && typeOf(message).equals(TOMBSTONE_TYPE)) throw streamDeleted(stream);
      const due = checkpoints?.passed(number, isMatch);
      if (due !== undefined) await this.checkpoint(due);
    }
  }

  async checkpoint(due: Place | undefined): Promise<void> {
    if (due !== undefined) await this.outlet.send(checkpointResponse(due.commit, due.prepare));
  }
}

/** A subscription starts after the number it names; `start` is before the first event. */
function startingPoint(request: ReadRequest, head: number): number {
  if (request.from === 'start') return -1;
  return request.from === 'end' ? head : request.from;
}
