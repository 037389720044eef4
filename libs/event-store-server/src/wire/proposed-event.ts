import { Bytes } from './bytes.js';
import { UUID_LENGTH } from './uuid.js';

/** EventStoreDB tells JSON from everything else, and forgets what else it was. */
export type Content = 'json' | 'binary' | 'unsaid';

/** What an event is made of. */
export interface EventParts {
  /** A UUID as canonical text. */
  readonly id: string;
  readonly type: Buffer;
  readonly content: Content;
  readonly metadata: Buffer;
  readonly data: Buffer;
}

/** Where the id of an event stands that has none. */
const NOWHERE = -1;

const NIL = '00000000-0000-0000-0000-000000000000';
const DIGIT_0 = 0x30;
const NOTHING = Buffer.alloc(0);

/**
 * An event as a client proposes it: where its parts stand in the message that brought it. Of most events they are copied from
 * there to where they are stored, and neither text nor a view is ever made of them.
 */
export class ProposedEvent implements EventParts {
  /** What the id stands in: the message, unless the client wrote it in another form than this. */
  idIn: Bytes;
  /** Where it begins; nowhere when the event has none. */
  idAt = NOWHERE;
  typeAt = 0;
  typeLength = 0;
  content: Content = 'unsaid';
  metadataAt = 0;
  metadataLength = 0;
  dataAt = 0;
  dataLength = 0;

  constructor(readonly message: Bytes) {
    this.idIn = message;
  }

  get hasId(): boolean {
    return this.idAt !== NOWHERE;
  }

  /** True for the UUID that stands for none. */
  get isNil(): boolean {
    return this.hasId && this.idIn.buffer[this.idAt] === DIGIT_0 && this.id === NIL;
  }

  get id(): string {
    return this.idIn.buffer.toString('latin1', this.idAt, this.idAt + UUID_LENGTH);
  }

  /** Takes canonical text that does not stand in the message. */
  set id(text: string) {
    this.idIn = new Bytes(Buffer.from(text, 'latin1'));
    this.idAt = 0;
  }

  /** Takes canonical text that stands in the message; nothing for an id that is none. */
  placeId(start: number | undefined): void {
    this.idIn = this.message;
    this.idAt = start ?? NOWHERE;
  }

  get type(): Buffer {
    return this.part(this.typeAt, this.typeLength);
  }

  get metadata(): Buffer {
    return this.part(this.metadataAt, this.metadataLength);
  }

  get data(): Buffer {
    return this.part(this.dataAt, this.dataLength);
  }

  /** An event whose parts stand so much further in the same message. */
  movedBy(distance: number): ProposedEvent {
    const event = new ProposedEvent(this.message);
    event.idAt = this.idAt + distance;
    event.typeAt = this.typeAt + distance;
    event.typeLength = this.typeLength;
    event.content = this.content;
    event.metadataAt = this.metadataAt + distance;
    event.metadataLength = this.metadataLength;
    return event;
  }

  private part(start: number, length: number): Buffer {
    return length === 0 ? NOTHING : this.message.buffer.subarray(start, start + length);
  }
}

/** An event that is proposed by this server itself. */
export function proposedEvent({ id, type, content, metadata, data }: EventParts): ProposedEvent {
  const event = new ProposedEvent(new Bytes(Buffer.concat([type, metadata, data])));
  event.id = id;
  event.content = content;
  event.typeLength = type.length;
  event.metadataAt = type.length;
  event.metadataLength = metadata.length;
  event.dataAt = type.length + metadata.length;
  event.dataLength = data.length;
  return event;
}
