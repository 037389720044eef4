import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { LARGEST } from '../wire/proto-size.js';
import { invalidArgument } from '../service/errors.js';
import { compileFilter, readFilter, type EventFilter } from './event-filter.js';

const { ReadDirection } = streamsPb.ReadReq.Options;

/** A read or a subscription, as the client asked for it. */
export interface ReadRequest {
  /** Undefined means `$all`. */
  readonly stream: string | undefined;
  /** A revision, or a position in `$all`. */
  readonly from: number | 'start' | 'end';
  readonly backwards: boolean;
  /** How many events at most; undefined makes it a subscription. */
  readonly count: number | undefined;
  readonly resolveLinks: boolean;
  readonly filter: EventFilter | undefined;
}

/**
 * Understands a `ReadReq` (streams.proto).
 *
 * @throws CallError INVALID_ARGUMENT when a part is missing or parts contradict each other
 */
export function understandRead(request: ReadReq): ReadRequest {
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
  return {
    stream: stream === undefined ? undefined : streamName(stream),
    from: isSubscription ? startOf(options) : stream === undefined ? allFrom(options) : streamFrom(stream),
    backwards,
    count: isSubscription ? undefined : protocolCount(options.getCount()),
    resolveLinks: options.getResolveLinks(),
    filter: filter === undefined ? undefined : compileFilter(readFilter(filter)),
  };
}

function streamName(stream: ReadReq.Options.StreamOptions): string {
  const name = stream.getStreamIdentifier()?.getStreamName_asU8();
  if (name === undefined || name.length === 0) throw invalidArgument('The stream has no name.');
  return Buffer.from(name).toString('utf8');
}

/** The event behind which a subscription starts. The largest number of 64 bits means the end. */
function startOf(options: ReadReq.Options): ReadRequest['from'] {
  const [stream, position] = [options.getStream(), options.getAll()?.getPosition()];
  if (position === undefined) {
    if (stream?.getRevision() === LARGEST_UINT64) return 'end';
    return stream === undefined ? allFrom(options) : streamFrom(stream);
  }
  const [commit, prepare] = [position.getCommitPosition(), position.getPreparePosition()];
  if (BigInt(prepare) > BigInt(commit)) {
    throw invalidArgument('The prepare position of a place in $all cannot lie behind its commit position.');
  }
  if (commit === LARGEST_UINT64) return 'end';
  // A checkpoint may name an event that was not looked at yet: {5, 0} is before the event at 5.
  return protocolCount(commit) - (prepare === commit ? 0 : 1);
}

/** How the end is written as a number. */
const LARGEST_UINT64 = '18446744073709551615';

function streamFrom(stream: ReadReq.Options.StreamOptions): ReadRequest['from'] {
  if (stream.hasStart()) return 'start';
  return stream.hasRevision() ? protocolCount(stream.getRevision()) : 'end';
}

function allFrom(options: ReadReq.Options): ReadRequest['from'] {
  const all = options.getAll();
  const position = all?.getPosition();
  if (position !== undefined) return protocolCount(position.getCommitPosition());
  return all?.hasEnd() ? 'end' : 'start';
}

/** An unsigned 64-bit number in text; what JavaScript cannot hold exactly is past any log. */
function protocolCount(text: string): number {
  return Math.min(Number(text), LARGEST);
}
