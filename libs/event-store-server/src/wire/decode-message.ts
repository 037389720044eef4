import { isUtf8 } from 'node:buffer';
import type { BinaryReader } from 'google-protobuf';
import { ProtoReader, WireType } from './proto-reader.js';

/** A class that was generated from a message of the protocol. */
export interface MessageClass<Message> {
  new (): Message;
  deserializeBinaryFromReader(message: Message, reader: BinaryReader): Message;
}

/**
 * Reads a message of the protocol that a client sent. The generated class says which fields there are; the bytes are read by
 * `ProtoReader`, which lets no field, however deep, reach past the end of the message that it stands in. The decoder
 * that comes with the generated classes does not look: a length that is too large keeps it busy for ever.
 *
 * @throws RangeError when the bytes are not such a message
 */
export function decodeMessage<Message>(Class: MessageClass<Message>, bytes: Buffer): Message {
  const reader = new MessageReader(new ProtoReader(bytes));
  return Class.deserializeBinaryFromReader(new Class(), reader as unknown as BinaryReader);
}

/** What the generated classes ask of a reader. */
class MessageReader implements Partial<BinaryReader> {
  private field = 0;

  constructor(private fields: ProtoReader) {}

  nextField(): boolean {
    this.field = this.fields.nextField();
    return this.field !== 0;
  }

  getFieldNumber(): number {
    return this.field;
  }

  /** Groups were given up before this protocol was made. */
  isEndGroup(): boolean {
    return false;
  }

  skipField(): void {
    this.fields.skip();
  }

  readMessage(message: object, read: (message: object, reader: BinaryReader) => void): void {
    const outer = this.fields;
    this.fields = outer.expecting(WireType.bytes).message();
    read(message, this as unknown as BinaryReader);
    this.fields = outer;
  }

  readString(): string {
    const bytes = this.fields.expecting(WireType.bytes).view();
    if (!isUtf8(bytes)) throw new RangeError('malformed protobuf: text that is not UTF-8');
    return bytes.toString('utf8');
  }

  readBytes(): Uint8Array {
    return new Uint8Array(this.fields.expecting(WireType.bytes).view());
  }

  readBool(): boolean {
    return this.int64() !== 0n;
  }

  readEnum(): number {
    return this.readInt32();
  }

  readInt32(): number {
    return Number(BigInt.asIntN(32, this.int64()));
  }

  readUint32(): number {
    return Number(BigInt.asUintN(32, this.int64()));
  }

  readInt64String(): string {
    return String(this.int64());
  }

  readUint64String(): string {
    return String(BigInt.asUintN(64, this.int64()));
  }

  private int64(): bigint {
    return this.fields.expecting(WireType.varint).int64();
  }
}
