import { Bytes } from './bytes.js';
import type { Content, ProposedEvent } from './proposed-event.js';
import { fieldSize, varintSize } from './proto-size.js';
import { ProtoWriter } from './proto-writer.js';
import { UUID_LENGTH } from './uuid.js';

const TYPE_KEY = Buffer.from('type');
const CONTENT_TYPE_KEY = Buffer.from('content-type');
const CREATED_KEY = Buffer.from('created');
const CONTENT_TYPES = {
  json: Buffer.from('application/json'),
  binary: Buffer.from('application/octet-stream'),
  unsaid: Buffer.alloc(0),
} as const satisfies Record<Content, Buffer>;

/** Names of streams and properties mostly need no more. */
const ROOM = 256;

/** A UUID in text form: `UUID { string }`. */
const UUID_MESSAGE_SIZE = fieldSize(UUID_LENGTH);

/**
 * Encodes the events of one append, each once, as the complete `ReadResp` message (streams.proto) that every later read or
 * subscription sends unchanged: `ReadResp { event: ReadEvent { event: RecordedEvent, commit_position } }`.
 */
export class EventEncoder {
  private stream = new Bytes(Buffer.alloc(ROOM));
  private streamSize = 0;
  private created = '';
  /** Type, type of content and moment, as fields: most events have the same as the one before. */
  private properties = new Bytes(Buffer.alloc(ROOM));
  private propertiesSize = 0;
  private typeAt = 0;
  private typeLength = 0;
  private content: Content | undefined;
  private recordedSize = 0;
  private readEventSize = 0;

  /** Begins an append. `created` is in .NET ticks (100 ns) since 1970, as text. */
  begin(stream: Buffer, created: string): void {
    const size = fieldSize(stream.length);
    this.streamSize = fieldSize(size);
    this.stream = withRoom(this.stream, this.streamSize);
    const writer = new ProtoWriter(this.stream.buffer);
    writer.header(2, size);
    writer.bytesField(3, stream);
    if (created !== this.created) this.content = undefined;
    this.created = created;
  }

  /** How many bytes the message of an event takes. It is measured first, so that it is written in one pass. */
  measure(event: ProposedEvent, revision: number, position: number): number {
    if (!this.knowsPropertiesOf(event)) this.encodePropertiesOf(event);
    const positionSize = 1 + varintSize(position);
    const { metadataLength } = event;
    this.recordedSize =
      fieldSize(UUID_MESSAGE_SIZE) +
      this.streamSize +
      1 +
      varintSize(revision) +
      2 * positionSize +
      this.propertiesSize +
      (metadataLength === 0 ? 0 : fieldSize(metadataLength)) +
      fieldSize(event.dataLength);
    this.readEventSize = fieldSize(this.recordedSize) + positionSize;
    return fieldSize(this.readEventSize);
  }

  /** Writes the message of the event that was measured last. */
  write(event: ProposedEvent, revision: number, position: number, target: Bytes, offset: number): void {
    const { message, metadataLength, dataLength } = event;
    const writer = new ProtoWriter(target.buffer, offset);
    writer.header(1, this.readEventSize);
    writer.header(1, this.recordedSize);
    writer.header(1, UUID_MESSAGE_SIZE);
    writer.header(2, UUID_LENGTH);
    writer.position += event.idIn.copyTo(target, writer.position, event.idAt, UUID_LENGTH);
    writer.position += this.stream.copyTo(target, writer.position, 0, this.streamSize);
    writer.varintField(3, revision);
    writer.varintField(4, position);
    writer.varintField(5, position);
    writer.position += this.properties.copyTo(target, writer.position, 0, this.propertiesSize);
    if (metadataLength > 0) {
      writer.header(7, metadataLength);
      writer.position += message.copyTo(target, writer.position, event.metadataAt, metadataLength);
    }
    writer.header(8, dataLength);
    writer.position += message.copyTo(target, writer.position, event.dataAt, dataLength);
    writer.varintField(3, position);
  }

  private knowsPropertiesOf({ content, message, typeAt, typeLength }: ProposedEvent): boolean {
    if (content !== this.content || typeLength !== this.typeLength) return false;
    return this.properties.equalsAt(this.typeAt, message, typeAt, typeLength);
  }

  private encodePropertiesOf({ type, content }: ProposedEvent): void {
    const [contentType, created] = [CONTENT_TYPES[content], Buffer.from(this.created)];
    this.propertiesSize =
      propertySize(TYPE_KEY, type) +
      propertySize(CONTENT_TYPE_KEY, contentType) +
      propertySize(CREATED_KEY, created);
    this.properties = withRoom(this.properties, this.propertiesSize);
    const writer = new ProtoWriter(this.properties.buffer);
    writeProperty(writer, TYPE_KEY, type);
    this.typeAt = writer.position - type.length;
    this.typeLength = type.length;
    this.content = content;
    writeProperty(writer, CONTENT_TYPE_KEY, contentType);
    writeProperty(writer, CREATED_KEY, created);
  }
}

const withRoom = (bytes: Bytes, size: number) =>
  size <= bytes.length ? bytes : new Bytes(Buffer.alloc(size));

const entrySize = (key: Buffer, value: Buffer) => fieldSize(key.length) + fieldSize(value.length);
const propertySize = (key: Buffer, value: Buffer) => fieldSize(entrySize(key, value));

function writeProperty(writer: ProtoWriter, key: Buffer, value: Buffer): void {
  writer.header(6, entrySize(key, value));
  writer.bytesField(1, key);
  writer.bytesField(2, value);
}
