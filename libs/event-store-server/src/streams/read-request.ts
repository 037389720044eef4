import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { decodeMessage } from '../wire/decode-message.js';
import { LARGEST, revisionOf } from '../wire/proto-size.js';
import { invalidArgument } from '../service/errors.js';
import { compileFilter, readFilter, type EventFilter } from './event-filter.js';
import { plainRead } from './plain-read.js';

const { ReadDirection } = streamsPb.ReadReq.Options;

/** A read or a subscription, as the client asked for it. */
export interface ReadRequest {
  /** Undefined means `$all`. */
  readonly stream: string | undefined;
  /** A revision, or a position in `$all`. */
  readonly from: number | 'start' | 'end';
  /** True for a position whose prepare part lies before its commit part: read backwards, the event before it is not meant. */
  readonly isInside: boolean;
  readonly backwards: boolean;
  /** How many events at most; undefined makes it a subscription. */
  readonly count: number | undefined;
  readonly resolveLinks: boolean;
  readonly filter: EventFilter | undefined;
}

/** A `ReadReq` as it was read: understood already, where it is plain. */
export type AskedRead = ReadRequest | ReadReq;

/** @throws RangeError when the bytes are no `ReadReq` */
export function readAsked(bytes: Buffer): AskedRead {
  return plainRead(bytes) ?? decodeMessage(streamsPb.ReadReq, bytes);
}

/**
 * Understands a `ReadReq` (streams.proto).
 *
 * @throws CallError INVALID_ARGUMENT when a part is missing or parts contradict each other
 */
export function understandRead(request: AskedRead): ReadRequest {
  if (!(request instanceof streamsPb.ReadReq)) return request;
  const options = request.getOptions();
  if (options === undefined) throw invalidArgument('The read has no options.');
  const filter = options.getFilter();
  const isSubscription = options.hasSubscription();
  const backwards = options.getReadDirection() === ReadDirection.BACKWARDS;
  if (isSubscription && backwards) throw invalidArgument('A subscription cannot run backwards.');
  if (!isSubscription && !options.hasCount()) throw invalidArgument('The read names no count.');
  const stream = options.getStream();
  if (stream === undefined && !options.hasAll()) throw invalidArgument('The read names no stream.');
  if (stream !== undefined && filter !== undefined) throw invalidArgument('Only $all can be filtered.');
  const start = stream === undefined ? allFrom(options) : streamFrom(stream);
  if (stream !== undefined && !isSubscription && !backwards && start.from === 'end') {
    throw invalidArgument('Behind the end of a stream there is nothing to read forwards.');
  }
  return {
    stream: stream === undefined ? undefined : streamName(stream),
    // A checkpoint may name an event that was not looked at yet: {5, 0} is before the event at 5.
    from: isSubscription && start.isInside ? start.from - 1 : start.from,
    isInside: start.isInside,
    backwards,
    count: isSubscription ? undefined : protocolCount(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    filter: filter === undefined ? undefined : compileFilter(readFilter(filter)),
  };
}

/** The stream that is to be read, `$all` unless one is named: what access is asked for before anything else is looked at. */
export function streamToRead(request: AskedRead): string {
  if (!(request instanceof streamsPb.ReadReq)) return request.stream ?? '$all';
  const stream = request.getOptions()?.getStream();
  return stream === undefined ? '$all' : streamName(stream);
}

function streamName(stream: ReadReq.Options.StreamOptions): string {
  const name = stream.getStreamIdentifier()?.getStreamName_asU8();
  if (name === undefined || name.length === 0) throw invalidArgument('The stream has no name.');
  return Buffer.from(name).toString('utf8');
}

type From = { from: ReadRequest['from']; isInside: false } | { from: number; isInside: true };

function streamFrom(stream: ReadReq.Options.StreamOptions): From {
  if (stream.hasStart()) return { from: 'start', isInside: false };
  if (!stream.hasRevision()) return { from: 'end', isInside: false };
  const from = numberOf(BigInt(stream.getRevision()), 'revision');
  return { from, isInside: false };
}

function allFrom(options: ReadReq.Options): From {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position === undefined) return { from: all?.hasEnd() ? 'end' : 'start', isInside: false };
  const [commit, prepare] = [BigInt(position.getCommitPosition()), BigInt(position.getPreparePosition())];
  if (commit < prepare)
    throw invalidArgument('The commit part of a position cannot lie before its prepare part.');
  const from = numberOf(commit, 'position');
  if (from === 'end') return { from, isInside: false };
  numberOf(prepare, 'position');
  return prepare < commit ? { from, isInside: true } : { from, isInside: false };
}

/**
 * An unsigned 64-bit number as a place to read from. All bits set mean the end; what JavaScript cannot hold exactly is past
 * any log.
 *
 * @throws CallError INVALID_ARGUMENT when there can be no such place
 */
function numberOf(bits: bigint, what: string): number | 'end' {
  const place = revisionOf(bits);
  if (place === undefined) throw invalidArgument(`${bits} is no ${what}: 2^63 - 1 is the last.`);
  return place === -1 ? 'end' : place;
}

/** How many events at most, an unsigned 64-bit number in text; there are never more than JavaScript can hold exactly. */
function protocolCount(text: string): number {
  return Math.min(Number(text), LARGEST);
}
