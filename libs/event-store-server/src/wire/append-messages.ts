import { ProtoReader } from './proto-reader.js';
import type { ProposedEvent } from './recorded-event.js';
import { readUuid } from './uuid.js';

/** What a writer says about the stream before an append: a revision >= 0, or one of these. */
export const ExpectedRevision = { noStream: -1, any: -2, streamExists: -4 } as const;

/** Options of an append or a batch append. */
export interface AppendOptions {
  readonly stream: Buffer;
  readonly expected: number;
  /** Until when the client waits, in ms since 1970; `Infinity` when it said nothing. */
  readonly deadlineMs: number;
}

/** One message of the `Append` call: first the options, then the events. */
export type AppendMessage = { options: AppendOptions } | { event: ProposedEvent };

/** One message of the `BatchAppend` call. Messages with the same correlation id make one append. */
export interface BatchAppendMessage {
  readonly correlationId: string;
  readonly options: AppendOptions | undefined;
  readonly events: ProposedEvent[];
  readonly isFinal: boolean;
  /** Why an event of the message cannot be stored, if one cannot. */
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
    if (field === 2) return { event: readProposedEvent(reader.message()) };
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
  let correlationId = '';
  let options: AppendOptions | undefined;
  let isFinal = false;
  const events: ProposedEvent[] = [];
  let flaw: string | undefined;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) correlationId = readUuid(reader.message());
    else if (field === 2) options = readOptions(reader.message());
    else if (field === 3) {
      const event = readProposedEvent(reader.message());
      flaw ??= flawOf(event);
      events.push(event);
    } else if (field === 4) isFinal = reader.varint() !== 0;
    else reader.skip();
  }
  return { correlationId, options, events, isFinal, flaw };
}

/** Both kinds of options use the same field numbers; the deadline (6) exists only in batch append. */
function readOptions(reader: ProtoReader): AppendOptions {
  let stream = NOTHING;
  let expected: number = ExpectedRevision.any;
  let deadlineMs = Infinity;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) stream = readStreamName(reader.message());
    else if (field === 2) expected = reader.revision();
    else if (field === 6) deadlineMs = readTimestamp(reader.message());
    else {
      if (field === 3) expected = ExpectedRevision.noStream;
      else if (field === 4) expected = ExpectedRevision.any;
      else if (field === 5) expected = ExpectedRevision.streamExists;
      reader.skip();
    }
  }
  if (stream.length === 0) throw new RangeError('the stream has no name');
  return { stream, expected, deadlineMs };
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
    if (field === 1) seconds = Number(reader.int64());
    else if (field === 2) nanos = reader.varint();
    else reader.skip();
  }
  return seconds * 1000 + Math.floor(nanos / 1_000_000);
}

function readProposedEvent(reader: ProtoReader): ProposedEvent {
  let id = '';
  let type = NOTHING;
  let contentType = NOTHING;
  let metadata = NOTHING;
  let data = NOTHING;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) id = readUuid(reader.message());
    else if (field === 2) {
      const [key, value] = readMetadataEntry(reader.message());
      if (key === 'type') type = value;
      else if (key === 'content-type') contentType = value;
    } else if (field === 3) metadata = reader.view();
    else if (field === 4) data = reader.view();
    else reader.skip();
  }
  return { id, type, contentType, metadata, data };
}

/** What an event lacks, if anything. */
export function flawOf(event: ProposedEvent): string | undefined {
  if (event.id === '') return "Required field 'id' is missing";
  const property = missingProperty(event);
  return property === undefined ? undefined : `Required Metadata Property '${property}' is missing`;
}

/** The metadata property that EventStoreDB insists on and the event lacks, if any. */
export function missingProperty(event: ProposedEvent): string | undefined {
  if (event.type.length === 0) return 'type';
  return event.contentType.length === 0 ? 'content-type' : undefined;
}

function readMetadataEntry(entry: ProtoReader): [key: string, value: Buffer] {
  let key = '';
  let value = NOTHING;
  for (let field = entry.nextField(); field !== 0; field = entry.nextField()) {
    if (field === 1) key = entry.text();
    else if (field === 2) value = entry.view();
    else entry.skip();
  }
  return [key, value];
}
