import { ProtoReader } from './proto-reader.js';

/** What the server itself needs to know of a stored event; the rest stays bytes. */
export interface EventHeader {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly position: number;
  readonly createdMs: number;
}

const NOTHING: Buffer = Buffer.alloc(0);

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
