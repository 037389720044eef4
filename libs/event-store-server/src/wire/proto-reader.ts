import { LARGEST, revisionOf } from './proto-size.js';

const LARGEST_TAG = 2 ** 32 - 1;

/** How the value of a field is laid down. */
export const WireType = { varint: 0, bytes: 2 } as const;

/**
 * Reads the fields of one protobuf message straight from the bytes that arrived. The hot messages (append, batch append,
 * stored events) are taken from it as they are, the rest become message objects, see `decode-message.ts`.
 *
 * Wire format: https://protobuf.dev/programming-guides/encoding/
 */
export class ProtoReader {
  private wireType = 0;

  constructor(
    private readonly bytes: Buffer,
    private position = 0,
    private end = bytes.length,
  ) {}

  /** The number of the next field, or 0 when the message has ended. */
  nextField(): number {
    if (this.position >= this.end) return 0;
    const tag = this.varint();
    this.wireType = tag & 7;
    const field = tag >>> 3;
    if (field === 0 || tag > LARGEST_TAG)
      throw new RangeError('malformed protobuf: no field has this number');
    return field;
  }

  /**
   * This reader, when the value of the field is laid down so.
   *
   * @throws RangeError when it is not
   */
  expecting(wireType: number): this {
    if (this.wireType !== wireType) throw new RangeError(`malformed protobuf: wire type ${this.wireType}`);
    return this;
  }

  /** An unsigned integer. Values past 2^53 come back as `LARGEST` (see `proto-size.ts`). */
  varint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let result = first & 0x7f;
    let factor = 128;
    for (let i = 1; i < 10; i++) {
      const byte = this.byte();
      result += (byte & 0x7f) * factor;
      if (byte < 0x80) return Math.min(result, LARGEST);
      factor *= 128;
    }
    throw new RangeError('malformed protobuf: varint longer than ten bytes');
  }

  /** A revision that a writer expects (`uint64`), see `revisionOf`. */
  revision(): number | undefined {
    const start = this.position;
    const value = this.varint();
    if (value < LARGEST) return value;
    this.position = start;
    return revisionOf(this.int64());
  }

  /** A signed 64-bit integer (`int64`, two's complement). */
  int64(): bigint {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      result |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, result);
    }
    throw new RangeError('malformed protobuf: varint longer than ten bytes');
  }

  /** The same as a number; what no number holds exactly comes back as the nearest. */
  signed(): number {
    const start = this.position;
    const value = this.varint();
    if (value < LARGEST) return value;
    this.position = start;
    return Number(this.int64());
  }

  /** A length-delimited field as a view on the original bytes (nothing is copied). */
  view(): Buffer {
    const length = this.varint();
    const start = this.position;
    this.advance(length);
    return this.bytes.subarray(start, this.position);
  }

  /** Passes over a length-delimited field. Its value begins at what is returned and ends at `at`. */
  pass(): number {
    const length = this.varint();
    const start = this.position;
    this.advance(length);
    return start;
  }

  /** How far it has read. */
  get at(): number {
    return this.position;
  }

  /** Where the message ends that it reads. */
  get until(): number {
    return this.end;
  }

  get isAtEnd(): boolean {
    return this.position === this.end;
  }

  /** Goes on at another place of the message that it reads. */
  goTo(position: number): void {
    this.position = position;
  }

  /** Passes over a length-delimited field, if its bytes are accepted; otherwise it is yet to be read. */
  passIf(accepts: (bytes: Buffer, start: number, end: number) => boolean): number | undefined {
    const before = this.position;
    const start = this.pass();
    if (accepts(this.bytes, start, this.position)) return start;
    this.position = before;
    return undefined;
  }

  /** ASCII characters that were passed over. */
  passed(start: number, length: number): string {
    return this.bytes.toString('latin1', start, start + length);
  }

  /** A length-delimited field as UTF-8 text. */
  text(): string {
    const length = this.varint();
    const start = this.position;
    this.advance(length);
    return this.bytes.toString('utf8', start, this.position);
  }

  /** Which of some texts a length-delimited field is, -1 when it is none of them; no text is made of it. */
  indexIn(texts: readonly Buffer[]): number {
    const length = this.varint();
    const start = this.position;
    this.advance(length);
    for (let n = 0; n < texts.length; n++) {
      const text = texts[n]!;
      if (text.length === length && this.standsAt(start, text)) return n;
    }
    return -1;
  }

  /** A reader on a nested message. */
  message(): ProtoReader {
    const length = this.varint();
    const start = this.position;
    this.advance(length);
    return new ProtoReader(this.bytes, start, this.position);
  }

  /**
   * Goes on within a nested message, of which no reader of its own is made.
   *
   * @returns what `leave` takes to go on behind it
   */
  enter(): number {
    const outerEnd = this.end;
    const length = this.varint();
    const start = this.position;
    this.advance(length);
    this.end = this.position;
    this.position = start;
    return outerEnd;
  }

  /** Goes on behind the nested message, read or not. */
  leave(outerEnd: number): void {
    this.position = this.end;
    this.end = outerEnd;
  }

  /** Passes over the value of a field that the caller does not know. */
  skip(): void {
    if (this.wireType === 0) this.varint();
    else if (this.wireType === 1) this.advance(8);
    else if (this.wireType === 2) this.advance(this.varint());
    else if (this.wireType === 5) this.advance(4);
    else throw new RangeError(`malformed protobuf: wire type ${this.wireType}`);
  }

  private standsAt(start: number, text: Buffer): boolean {
    for (let n = 0; n < text.length; n++) if (this.bytes[start + n] !== text[n]) return false;
    return true;
  }

  private byte(): number {
    if (this.position >= this.end) throw new RangeError('malformed protobuf: message ends inside a field');
    return this.bytes[this.position++]!;
  }

  private advance(length: number): void {
    if (length > this.end - this.position) throw new RangeError('malformed protobuf: field passes the end');
    this.position += length;
  }
}
