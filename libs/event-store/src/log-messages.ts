import type { EventData, RecordedEvent as ClientEvent } from '@eventstore/db-client';
import { MessageReader, bigintField, field, numberField } from './protobuf.js';

/** The messages of the calls `Read` and `BatchAppend` (streams.proto of EventStoreDB), as far as Lindung uses them. */

const NOTHING: Buffer = Buffer.alloc(0);
const STREAM_IDENTIFIER = 3;

/** So large is a message of an append that has more: while the next is made the log reads this one. */
const FULL_APPEND_MESSAGE = 64 * 1024;

const streamIdentifier = (number: number, streamId: string) =>
  field(number, [field(STREAM_IDENTIFIER, streamId)]);

/** Asks for the events of a stream, the oldest first, ids as text. */
export function readStreamRequest(streamId: string, fromRevision: bigint): Buffer {
  const from = fromRevision === 0n ? field(3, NOTHING) : bigintField(2, fromRevision);
  return field(1, [
    field(1, [streamIdentifier(1, streamId), from]),
    numberField(5, Number.MAX_SAFE_INTEGER),
    field(8, NOTHING),
    field(9, [field(2, NOTHING)]),
  ]);
}

/** Asks for up to `count` events of a stream, the newest first, from a revision or the end on. */
export function readStreamBackRequest(streamId: string, from: bigint | 'end', count: number): Buffer {
  const place = from === 'end' ? field(4, NOTHING) : bigintField(2, from);
  return field(1, [
    field(1, [streamIdentifier(1, streamId), place]),
    numberField(3, 1),
    numberField(5, count),
    field(8, NOTHING),
    field(9, [field(2, NOTHING)]),
  ]);
}

/** Asks for events of all streams, system events too, from a position on. */
export function readAllRequest(from: bigint | 'end', count: number, backwards: boolean): Buffer {
  const place = from === 'end' ? field(3, NOTHING) : field(1, [bigintField(1, from), bigintField(2, from)]);
  return field(1, [
    field(2, [place]),
    numberField(3, backwards ? 1 : 0),
    numberField(5, count),
    field(8, NOTHING),
    field(9, [field(2, NOTHING)]),
  ]);
}

/** Asks for all events of all streams from behind a position on and for those to come; system events are left out. */
export function subscriptionRequest(after: bigint | null, search?: Search): Buffer {
  const from = after === null ? field(2, NOTHING) : field(1, [bigintField(1, after), bigintField(2, after)]);
  const filter = search ? searchFor(search) : [field(2, [field(1, '^[^$].*')]), field(4, NOTHING)];
  return field(1, [
    field(2, [from]),
    field(6, NOTHING),
    field(7, [...filter, numberField(5, 1)]),
    field(9, [field(2, NOTHING)]),
  ]);
}

/** What the log is to look for, and after how many events it is to tell how far it has looked. */
interface Search {
  readonly categories: Iterable<string>;
  readonly window: number;
}

function searchFor({ categories, window }: Search): Buffer[] {
  const prefixes = Array.from(categories, (category) => field(2, `${category}-`));
  return [field(1, prefixes), numberField(3, window)];
}

/** How far the log was searched: behind an event, or just as far as an event that was not looked at yet. */
export type Searched = { readonly searchedTo: bigint } | { readonly searchedBefore: bigint };

/** What the log says while it is read. */
export type ReadAnswer<Event = ClientEvent> = Event | Searched | 'stream not found' | 'nothing of ours';

/**
 * @param as what is made of an event: what the client gives, unless told
 * @throws RangeError when it is no such message
 */
export function readAnswer(bytes: Buffer): ReadAnswer;
export function readAnswer<Event>(bytes: Buffer, as: (event: EventBytes) => Event): ReadAnswer<Event>;
export function readAnswer(bytes: Buffer, as: (event: EventBytes) => unknown = clientEvent): unknown {
  let answer: unknown = 'nothing of ours';
  new MessageReader(bytes).each((number, reader) => {
    if (number === 4) answer = 'stream not found';
    if (number === 3) answer = searched(reader);
    if (number !== 1) return;
    reader.message((part, event) => {
      if (part === 1) answer = as(eventBytes(event));
    });
  });
  return answer;
}

/** EventStoreDB writes a number behind this one where it has searched the whole log and found nothing from its start on. */
const LARGEST_POSITION = 2n ** 63n - 1n;

function searched(reader: MessageReader): Searched | 'nothing of ours' {
  let [commit, prepare] = [0n, 0n];
  reader.message((number, checkpoint) => {
    if (number === 1) commit = checkpoint.bigint();
    else if (number === 2) prepare = checkpoint.bigint();
  });
  if (commit > LARGEST_POSITION) return 'nothing of ours';
  return prepare < commit ? { searchedBefore: commit } : { searchedTo: commit };
}

/** An event as it is on the wire; data and metadata are what was recorded, byte for byte. */
export interface EventBytes {
  readonly id: string;
  readonly streamId: string;
  readonly type: string;
  readonly revision: bigint;
  readonly commit: bigint;
  readonly prepare: bigint;
  /** Units of 100 ns since 1970. */
  readonly created: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

function eventBytes(reader: MessageReader): EventBytes {
  let [id, streamId, revision, commit, prepare] = ['', '', 0n, 0n, 0n];
  let [custom, data] = [NOTHING, NOTHING];
  let [type, contentType, created] = ['', '', '0'];
  reader.message((number, event) => {
    if (number === 1) id = uuid(event);
    else if (number === 2) streamId = streamName(event);
    else if (number === 3) revision = event.bigint();
    else if (number === 4) prepare = event.bigint();
    else if (number === 5) commit = event.bigint();
    else if (number === 6) {
      const [key, value] = property(event);
      if (key === 'type') type = value;
      else if (key === 'created') created = value;
      else if (key === 'content-type') contentType = value;
    } else if (number === 7) custom = event.view();
    else if (number === 8) data = event.view();
  });
  return { id, streamId, type, revision, commit, prepare, created, contentType, data, metadata: custom };
}

/** As the client gives it. */
export function clientEvent(bytes: EventBytes): ClientEvent {
  const { id, streamId, type, revision, commit, prepare, created, contentType, data, metadata } = bytes;
  const isJson = contentType === 'application/json';
  return {
    id,
    streamId,
    type,
    revision,
    position: { commit, prepare },
    created: momentOfTicks(created),
    isJson,
    data: isJson ? parsed(data) : data,
    metadata: metadata.length === 0 ? undefined : parsed(metadata),
  } as ClientEvent;
}

/** Others may have written to the log what they call JSON. */
function parsed(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** .NET counts time in units of 100 ns. */
function momentOfTicks(ticks: string): Date {
  return new Date(Number(ticks.slice(0, -4)));
}

function streamName(reader: MessageReader): string {
  let name = '';
  reader.message((number, identifier) => {
    if (number === STREAM_IDENTIFIER) name = identifier.text();
  });
  return name;
}

function property(reader: MessageReader): readonly [key: string, value: string] {
  let [key, value] = ['', ''];
  reader.message((number, entry) => {
    if (number === 1) key = entry.text();
    else if (number === 2) value = entry.text();
  });
  return [key, value];
}

/** In either of its two forms. */
function uuid(reader: MessageReader): string {
  let text = '';
  reader.message((number, id) => {
    if (number === 2) text = id.text();
    else if (number === 1) text = structuredUuid(id);
  });
  return text;
}

function structuredUuid(reader: MessageReader): string {
  const halves = [0n, 0n];
  reader.message((number, half) => {
    if (number === 1 || number === 2) halves[number - 1] = half.bigint();
  });
  const hex = halves.map((half) => half.toString(16).padStart(16, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

interface AppendRequest {
  /** UUID by which the answer is known. */
  readonly correlationId: string;
  readonly streamId: string;
  readonly events: readonly EventData[];
  /** The revision the stream must be at; null when it must not exist. */
  readonly after: bigint | null;
  /** Until when the log may record it, milliseconds since 1970. */
  readonly deadline: number;
}

/** One after the other, each made when it is asked for; returns the last one, which is the only one unless the events are many. */
export function* appendMessages({
  correlationId,
  streamId,
  events,
  after,
  deadline,
}: AppendRequest): Generator<Buffer, Buffer, void> {
  const correlation = field(1, [field(2, correlationId)]);
  const options = field(2, [
    streamIdentifier(1, streamId),
    after === null ? field(3, NOTHING) : bigintField(2, after),
    field(6, [numberField(1, Math.floor(deadline / 1000)), numberField(2, (deadline % 1000) * 1_000_000)]),
  ]);
  let parts = [correlation, options];
  let size = 0;
  for (const event of events) {
    const proposed = proposedEvent(event);
    if (size > 0 && size + proposed.length > FULL_APPEND_MESSAGE) {
      yield Buffer.concat(parts);
      parts = [correlation];
      size = 0;
    }
    parts.push(proposed);
    size += proposed.length;
  }
  return Buffer.concat([...parts, numberField(4, 1)]);
}

const JSON_CONTENT = field(2, [field(1, 'content-type'), field(2, 'application/json')]);

function proposedEvent({ id, type, data, metadata }: EventData): Buffer {
  return field(3, [
    field(1, [field(2, id)]),
    field(2, [field(1, 'type'), field(2, type)]),
    JSON_CONTENT,
    ...(metadata === undefined ? [] : [field(3, JSON.stringify(metadata))]),
    field(4, JSON.stringify(data)),
  ]);
}

/** What became of an append. */
interface AppendAnswer {
  readonly correlationId: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** It was refused; the generated classes know why. */
  readonly refused: boolean;
}

/** @throws RangeError when it is no such message */
export function appendAnswer(bytes: Buffer): AppendAnswer {
  let [correlationId, revision, position, refused] = ['', 0n, 0n, false];
  new MessageReader(bytes).each((number, reader) => {
    if (number === 1) correlationId = uuid(reader);
    else if (number === 2) refused = true;
    else if (number === 3) {
      reader.message((part, success) => {
        if (part === 1) revision = success.bigint();
        if (part !== 3) return;
        success.message((half, place) => {
          if (half === 1) position = place.bigint();
        });
      });
    }
  });
  return { correlationId, revision, position, refused };
}
