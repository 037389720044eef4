import { eventDataOf, eventHeaderOf, recordedEventOf } from '../wire/recorded-event.js';
import { encodeReadEvent } from '../wire/read-event.js';
import type { EventLog } from './event-log.js';
import { isYoungEnough, visibleRange } from './visible-range.js';

/** The type of an event that points at another: `<revision>@<stream>` is its data. */
export const LINK_TYPE = '$>';

/** An event as a reader sees it who asked for links to be resolved. */
export interface Resolved {
  readonly event: Buffer | undefined;
  readonly link: Buffer | undefined;
  readonly position: number;
}

/**
 * Follows a stored event if it is a link. When what it points at is not visible any
 * more, the reader gets the link alone.
 */
export function resolveLink(log: EventLog, message: Buffer): Resolved {
  const { type, position } = eventHeaderOf(message);
  const recorded = recordedEventOf(message);
  if (type !== LINK_TYPE) return { event: recorded, link: undefined, position };
  return { event: target(log, eventDataOf(message).toString('utf8')), link: recorded, position };
}

/** A stored event as a `ReadResp`, its link resolved. Anything but a link stays the bytes that it is. */
export function withResolvedLink(log: EventLog, message: Buffer): Buffer {
  const resolved = resolveLink(log, message);
  return resolved.link === undefined ? message : encodeReadEvent(resolved);
}

function target(log: EventLog, pointer: string): Buffer | undefined {
  const at = pointer.indexOf('@');
  const revision = Number(pointer.slice(0, at));
  const stream = pointer.slice(at + 1);
  if (at <= 0 || !Number.isSafeInteger(revision) || stream === '') return undefined;
  const head = log.streamHead(stream);
  const range = visibleRange(head);
  if (head.id === 0 || revision < range.first || revision > range.last) return undefined;
  const message = log.reader.eventAt(head.id, revision);
  return message === undefined || !isYoungEnough(range, message) ? undefined : recordedEventOf(message);
}
