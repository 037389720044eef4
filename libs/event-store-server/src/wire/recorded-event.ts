import { fieldSize, varintSize } from './proto-size.js';
import { ProtoReader } from './proto-reader.js';
import { ProtoWriter } from './proto-writer.js';

/** An event as a client proposes it. Byte fields are views on the request and must not outlive it. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: Buffer;
  readonly contentType: Buffer;
  readonly metadata: Buffer;
  readonly data: Buffer;
}

/** Where the log puts an event. `created` is in .NET ticks (100 ns) since 1970, as text. */
export interface Placement {
  readonly stream: Buffer;
  readonly revision: number;
  readonly position: number;
  readonly created: string;
}

/** What the server itself needs to know of a stored event; the rest stays bytes. */
export interface EventHeader {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly position: number;
  readonly createdMs: number;
}

const TYPE_KEY = Buffer.from('type');
const CONTENT_TYPE_KEY = Buffer.from('content-type');
const CREATED_KEY = Buffer.from('created');
const NOTHING: Buffer = Buffer.alloc(0);

/** A UUID in text form: `UUID { string }`. */
const UUID_MESSAGE_SIZE = fieldSize(36);

/**
 * Encodes events one by one, each once, as the complete `ReadResp` message (streams.proto) that every later read or
 * subscription sends unchanged: `ReadResp { event: ReadEvent { event: RecordedEvent, commit_position } }`.
 */
export class EventEncoder {
  private typeSize = 0;
  private recordedSize = 0;
  private readEventSize = 0;
  /** Of the event before, as fields: most events have the same. */
  private contentType = NOTHING;
  private contentTypeField = propertyField(CONTENT_TYPE_KEY, NOTHING);
  private created = '';
  private createdField = propertyField(CREATED_KEY, NOTHING);

  /** How many bytes the message of an event takes. It is measured first, so that it is written in one pass. */
  measure(event: ProposedEvent, at: Placement): number {
    const { contentType, metadata, data } = event;
    if (contentType !== this.contentType) {
      this.contentType = contentType;
      this.contentTypeField = propertyField(CONTENT_TYPE_KEY, contentType);
    }
    if (at.created !== this.created) {
      this.created = at.created;
      this.createdField = propertyField(CREATED_KEY, Buffer.from(at.created));
    }
    this.typeSize = propertySize(TYPE_KEY, event.type);
    const position = 1 + varintSize(at.position);
    this.recordedSize =
      fieldSize(UUID_MESSAGE_SIZE) +
      fieldSize(fieldSize(at.stream.length)) +
      1 +
      varintSize(at.revision) +
      2 * position +
      fieldSize(this.typeSize) +
      this.contentTypeField.length +
      this.createdField.length +
      (metadata.length === 0 ? 0 : fieldSize(metadata.length)) +
      fieldSize(data.length);
    this.readEventSize = fieldSize(this.recordedSize) + position;
    return fieldSize(this.readEventSize);
  }

  /** Writes the message of the event that was measured last. */
  write(event: ProposedEvent, at: Placement, target: Buffer, offset: number): void {
    const writer = new ProtoWriter(target, offset);
    writer.header(1, this.readEventSize);
    writer.header(1, this.recordedSize);
    writer.header(1, UUID_MESSAGE_SIZE);
    writer.asciiField(2, event.id);
    writer.header(2, fieldSize(at.stream.length));
    writer.bytesField(3, at.stream);
    writer.varintField(3, at.revision);
    writer.varintField(4, at.position);
    writer.varintField(5, at.position);
    writer.header(6, this.typeSize);
    writer.bytesField(1, TYPE_KEY);
    writer.bytesField(2, event.type);
    writer.encoded(this.contentTypeField);
    writer.encoded(this.createdField);
    if (event.metadata.length > 0) writer.bytesField(7, event.metadata);
    writer.bytesField(8, event.data);
    writer.varintField(3, at.position);
  }
}

const propertySize = (key: Buffer, value: Buffer) => fieldSize(key.length) + fieldSize(value.length);

function propertyField(key: Buffer, value: Buffer): Buffer {
  const size = propertySize(key, value);
  const bytes = Buffer.allocUnsafe(fieldSize(size));
  const writer = new ProtoWriter(bytes);
  writer.header(6, size);
  writer.bytesField(1, key);
  writer.bytesField(2, value);
  return bytes;
}

/** The `RecordedEvent` inside an encoded `ReadResp`, as a view. */
export function recordedEventOf(readResponse: Buffer): Buffer {
  const response = new ProtoReader(readResponse);
  response.nextField();
  const readEvent = response.message();
  readEvent.nextField();
  return readEvent.view();
}

/** Reads the header of an encoded `ReadResp`. */
export function eventHeaderOf(readResponse: Buffer): EventHeader {
  const reader = insideRecordedEvent(readResponse);
  let id = '';
  let stream = '';
  let type = '';
  let revision = 0;
  let position = 0;
  let createdMs = 0;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) id = innerText(reader);
    else if (field === 2) stream = innerText(reader);
    else if (field === 3) revision = reader.varint();
    else if (field === 4) position = reader.varint();
    else if (field === 6) {
      const [key, value] = mapEntry(reader.message());
      if (key === 'type') type = value;
      else if (key === 'created') createdMs = Math.floor(Number(value) / 10_000);
    } else reader.skip();
  }
  return { id, stream, type, revision, position, createdMs };
}

/** The name of the stream of an encoded `ReadResp`, as a view: what stands behind it is not looked at. */
export function streamNameOf(readResponse: Buffer): Buffer {
  const recorded = insideRecordedEvent(readResponse);
  for (let field = recorded.nextField(); field !== 0; field = recorded.nextField()) {
    if (field !== 2) recorded.skip();
    else {
      recorded.enter();
      recorded.nextField();
      return recorded.view();
    }
  }
  return NOTHING;
}

/** The type of an encoded `ReadResp`, as a view. It is the first of the properties that are written. */
export function typeOf(readResponse: Buffer): Buffer {
  const recorded = insideRecordedEvent(readResponse);
  for (let field = recorded.nextField(); field !== 0; field = recorded.nextField()) {
    if (field !== 6) recorded.skip();
    else {
      recorded.enter();
      recorded.nextField();
      recorded.skip();
      recorded.nextField();
      return recorded.view();
    }
  }
  return NOTHING;
}

/** A reader on the fields of the `RecordedEvent` inside an encoded `ReadResp`. */
function insideRecordedEvent(readResponse: Buffer): ProtoReader {
  const reader = new ProtoReader(readResponse);
  reader.nextField();
  reader.enter();
  reader.nextField();
  reader.enter();
  return reader;
}

/** The data of an encoded `ReadResp`, as a view. */
export function eventDataOf(readResponse: Buffer): Buffer {
  const reader = insideRecordedEvent(readResponse);
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 8) return reader.view();
    reader.skip();
  }
  return NOTHING;
}

/** The data of an encoded `ReadResp` that says that they are JSON, as a view. */
export function jsonDataOf(readResponse: Buffer): Buffer | undefined {
  const reader = insideRecordedEvent(readResponse);
  let isJson = false;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 8) return isJson ? reader.view() : undefined;
    if (field !== 6) reader.skip();
    else {
      const [key, value] = mapEntry(reader.message());
      if (key === 'content-type') isJson = value === 'application/json';
    }
  }
  return undefined;
}

function innerText(reader: ProtoReader): string {
  const message = reader.message();
  message.nextField();
  return message.text();
}

/** Reads one `map<string, string>` entry. */
function mapEntry(entry: ProtoReader): [key: string, value: string] {
  let key = '';
  let value = '';
  for (let field = entry.nextField(); field !== 0; field = entry.nextField()) {
    if (field === 1) key = entry.text();
    else if (field === 2) value = entry.text();
    else entry.skip();
  }
  return [key, value];
}
