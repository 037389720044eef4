import { Bytes } from './bytes.js';
import { EventReader, readEvent } from './event-reader.js';
import type { ProposedEvent } from './proposed-event.js';
import { ProtoReader } from './proto-reader.js';
import { readUuidField } from './uuid.js';

/** What a writer says about the stream before an append: a revision >= 0, or one of these. */
export const ExpectedRevision = { noStream: -1, any: -2, streamExists: -4 } as const;

/** Options of an append or a batch append. */
export interface AppendOptions {
  readonly stream: Buffer;
  readonly expected: number;
  /** Until when the client waits, in ms since 1970; `Infinity` when it said nothing. */
  readonly deadlineMs: number;
  /** Why nothing can be appended with these options, if nothing can. */
  readonly flaw: string | undefined;
}

/** One message of the `Append` call: first the options, then the events. */
export type AppendMessage = { options: AppendOptions } | { event: ProposedEvent };

/** One message of the `BatchAppend` call. Messages with the same correlation id make one append. */
export interface BatchAppendMessage {
  readonly correlationId: string;
  readonly options: AppendOptions | undefined;
  readonly events: ProposedEvent[];
  readonly isFinal: boolean;
  /** Why an event of the message cannot be stored, or its options are not understood, if that is so. */
  readonly flaw: string | undefined;
}

const NOTHING: Buffer = Buffer.alloc(0);

/**
 * Reads an `AppendReq` (streams.proto).
 *
 * @throws RangeError when the bytes are not such a message
 */
export function readAppendMessage(bytes: Buffer): AppendMessage {
  const reader = new ProtoReader(bytes);
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) return { options: readOptions(reader.message()) };
    if (field === 2) return { event: readEvent(reader.message(), new Bytes(bytes)) };
    reader.skip();
  }
  throw new RangeError('an append message carries neither options nor an event');
}

/**
 * Reads a `BatchAppendReq` (streams.proto).
 *
 * @throws RangeError when the bytes are not such a message
 */
export function readBatchAppendMessage(bytes: Buffer): BatchAppendMessage {
  const reader = new ProtoReader(bytes);
  const eventReader = new EventReader(new Bytes(bytes), reader);
  let correlationId: string | undefined;
  let options: AppendOptions | undefined;
  let isFinal = false;
  const events: ProposedEvent[] = [];
  let flaw: string | undefined;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) correlationId = readUuidField(reader);
    else if (field === 2) {
      options = readOptions(reader.message());
      flaw ??= options.flaw;
    } else if (field === 3) {
      const event = eventReader.next();
      flaw ??= flawOf(event);
      events.push(event);
    } else if (field === 4) isFinal = reader.varint() !== 0;
    else reader.skip();
  }
  if (correlationId === undefined) throw new RangeError('an append of a batch has no id that is a UUID');
  return { correlationId, options, events, isFinal, flaw };
}

/** Both kinds of options use the same field numbers; the deadline (6) exists only in batch append. */
function readOptions(reader: ProtoReader): AppendOptions {
  let stream = NOTHING;
  let expected: number = ExpectedRevision.any;
  let deadlineMs = Infinity;
  let flaw: string | undefined;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) stream = readStreamName(reader.message());
    else if (field === 2) {
      const revision = reader.revision();
      if (revision === undefined) flaw = 'The expected revision is no revision: 2^63 - 1 is the last.';
      else expected = revision;
    } else if (field === 6) deadlineMs = readTimestamp(reader.message());
    else {
      if (field === 3) expected = ExpectedRevision.noStream;
      else if (field === 4) expected = ExpectedRevision.any;
      else if (field === 5) expected = ExpectedRevision.streamExists;
      reader.skip();
    }
  }
  if (stream.length === 0) flaw = 'The stream has no name.';
  return { stream, expected, deadlineMs, flaw };
}

function readStreamName(reader: ProtoReader): Buffer {
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 3) return Buffer.from(reader.view());
    reader.skip();
  }
  return NOTHING;
}

function readTimestamp(reader: ProtoReader): number {
  let seconds = 0;
  let nanos = 0;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) seconds = reader.signed();
    else if (field === 2) nanos = reader.varint();
    else reader.skip();
  }
  return seconds * 1000 + Math.floor(nanos / 1_000_000);
}

/** Why an event cannot be stored, if it cannot. */
export function flawOf(event: ProposedEvent): string | undefined {
  const flaw = flawOfId(event);
  if (flaw !== undefined) return flaw;
  const property = missingProperty(event);
  return property === undefined ? undefined : `Required Metadata Property '${property}' is missing`;
}

/** Why an event cannot go by its id, if it cannot. */
export function flawOfId(event: ProposedEvent): string | undefined {
  if (!event.hasId) return 'An event has no id that is a UUID.';
  return event.isNil ? 'The id of an event is all zeros.' : undefined;
}

/** The metadata property that EventStoreDB insists on and the event lacks, if any. */
export function missingProperty(event: ProposedEvent): string | undefined {
  if (event.typeLength === 0) return 'type';
  return event.content === 'unsaid' ? 'content-type' : undefined;
}
