import { eventDataOf, eventHeaderOf, recordedEventOf } from '../wire/recorded-event.js';
import { encodeReadEvent } from '../wire/read-event.js';
import type { EventLog } from './event-log.js';
import { isSoftDeleted } from './stream-heads.js';
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
 * Follows a stored event if it is a link. When what it points at is not visible any more, the reader gets the link
 * alone. What has the type of a link and names no revision is an event like any other.
 */
export function resolveLink(log: EventLog, message: Buffer): Resolved {
  const { type, position } = eventHeaderOf(message);
  const recorded = recordedEventOf(message);
  const pointer = type === LINK_TYPE ? readPointer(eventDataOf(message).toString('utf8')) : undefined;
  if (pointer === undefined) return { event: recorded, link: undefined, position };
  return { event: target(log, pointer), link: recorded, position };
}

/** A stored event as a `ReadResp`, its link resolved. Anything but a link stays the bytes that it is. */
export function withResolvedLink(log: EventLog, message: Buffer): Buffer {
  const resolved = resolveLink(log, message);
  return resolved.link === undefined ? message : encodeReadEvent(resolved);
}

/** What a link points at. */
interface Pointer {
  /** -1 means the newest event. */
  readonly revision: number;
  /** Nothing when the link names none. */
  readonly stream: string | undefined;
}

/** A whole number as .NET reads it. */
const NUMBER = /^[\t-\r ]*([+-]?\d+)[\t-\r ]*\0*$/;

function readPointer(text: string): Pointer | undefined {
  const [before, ...behind] = text.split('@');
  const number = NUMBER.exec(before!)?.[1];
  if (number === undefined || BigInt.asIntN(64, BigInt(number)) !== BigInt(number)) return undefined;
  return { revision: Number(number), stream: behind.length === 0 ? undefined : behind.join('@') };
}

function target(log: EventLog, { revision: asked, stream = '' }: Pointer): Buffer | undefined {
  const head = log.streamHead(stream);
  if (head.id === 0 || log.isDeleted(stream) || isSoftDeleted(head)) return undefined;
  const range = visibleRange(head);
  const revision = asked === -1 ? range.last : asked;
  if (revision < range.first || revision > range.last) return undefined;
  const message = log.reader.eventAt(head.id, revision);
  return message === undefined || !isYoungEnough(range, message) ? undefined : recordedEventOf(message);
}
