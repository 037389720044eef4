/**
 * Protobuf by hand, for the messages that every command and every event pass through: the classes that are generated for
 * them build objects field by field and copy bytes through base64.
 *
 * Wire format: https://protobuf.dev/programming-guides/encoding/
 */

const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5];

/** Told the number of each field of a message, to take its value from the reader; what it does not take is passed over. */
export type Fields = (field: number, reader: MessageReader) => void;

/** Reads the fields of one message from the bytes that arrived. */
export class MessageReader {
  private wireType = VARINT;
  private taken = true;

  constructor(
    private readonly bytes: Buffer,
    private position = 0,
    private readonly end = bytes.length,
  ) {}

  /** @throws RangeError when the bytes are no message */
  each(take: Fields): void {
    while (this.position < this.end) {
      const tag = this.varint();
      this.wireType = tag & 7;
      this.taken = false;
      take(tag >>> 3, this);
      if (!this.taken) this.skip();
    }
  }

  /** A whole number up to 2^53. */
  number(): number {
    this.taken = true;
    return this.varint();
  }

  /** An unsigned 64-bit integer. */
  bigint(): bigint {
    const start = this.position;
    const value = this.number();
    if (Number.isSafeInteger(value)) return BigInt(value);
    this.position = start;
    let exact = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte();
      exact |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, exact);
    }
  }

  text(): string {
    const end = this.endOfField();
    const text = this.bytes.toString('utf8', this.position, end);
    this.position = end;
    return text;
  }

  /** A view, nothing is copied. */
  view(): Buffer {
    const end = this.endOfField();
    const view = this.bytes.subarray(this.position, end);
    this.position = end;
    return view;
  }

  /** Reads a message within this one. */
  message(take: Fields): void {
    const end = this.endOfField();
    const inner = new MessageReader(this.bytes, this.position, end);
    this.position = end;
    inner.each(take);
  }

  private endOfField(): number {
    this.taken = true;
    const length = this.varint();
    return this.advanced(length);
  }

  private skip(): void {
    if (this.wireType === VARINT) this.varint();
    else if (this.wireType === BYTES) this.position = this.endOfField();
    else if (this.wireType === FIXED64) this.position = this.advanced(8);
    else if (this.wireType === FIXED32) this.position = this.advanced(4);
    else throw new RangeError(`Wire type ${this.wireType} is not known`);
  }

  private varint(): number {
    let value = 0;
    let factor = 1;
    for (let count = 0; count < 10; count++) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
    throw new RangeError('A number has more than ten bytes');
  }

  private byte(): number {
    const byte = this.position < this.end ? this.bytes[this.position] : undefined;
    if (byte === undefined) throw new RangeError('A message ends inside a field');
    this.position++;
    return byte;
  }

  private advanced(length: number): number {
    const to = this.position + length;
    if (to > this.end) throw new RangeError('A field passes the end of its message');
    return to;
  }
}

/** Fields one after the other. */
export type Message = readonly Buffer[];

/** A number from 0 to 2^53. */
export function numberField(field: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(1 + sizeOfVarint(value));
  writeVarint(bytes, value, (field << 3) | VARINT);
  return bytes;
}

/** A field that holds an unsigned number of 64 bits. */
export function bigintField(field: number, value: bigint): Buffer {
  const bytes = [(field << 3) | VARINT];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(rest)]);
}

/** Bytes, text in UTF-8 or a message. */
export function field(number: number, content: Buffer | string | Message): Buffer {
  const length = lengthOf(content);
  const bytes = Buffer.allocUnsafe(1 + sizeOfVarint(length) + length);
  let at = writeVarint(bytes, length, (number << 3) | BYTES);
  if (typeof content === 'string') bytes.write(content, at);
  else if (Buffer.isBuffer(content)) bytes.set(content, at);
  else {
    for (const part of content) {
      bytes.set(part, at);
      at += part.length;
    }
  }
  return bytes;
}

function lengthOf(content: Buffer | string | Message): number {
  if (typeof content === 'string') return Buffer.byteLength(content);
  if (Buffer.isBuffer(content)) return content.length;
  let length = 0;
  for (const part of content) length += part.length;
  return length;
}

/** How many bytes a number takes, seven bits in each. */
function sizeOfVarint(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Writes a tag of one byte and a number. @returns where they end */
function writeVarint(bytes: Buffer, value: number, tag: number): number {
  let at = bytes.writeUInt8(tag, 0);
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) at = bytes.writeUInt8((rest % 128) | 0x80, at);
  return bytes.writeUInt8(rest, at);
}
