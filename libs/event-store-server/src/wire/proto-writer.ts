import { LARGEST } from './proto-size.js';

/** A few bytes are copied here sooner than it is asked for. */
const SHORT = 32;

/**
 * Writes protobuf fields into a buffer whose size was computed beforehand (see `proto-size.ts`), so that a message is
 * laid down in one pass without intermediate copies. Tags are single bytes: field numbers up to 15.
 */
export class ProtoWriter {
  constructor(
    private readonly bytes: Buffer,
    public position = 0,
  ) {}

  varintField(field: number, value: number): void {
    this.bytes[this.position++] = field << 3;
    this.varint(value);
  }

  /** Tag and length of a length-delimited field; the content follows. */
  header(field: number, length: number): void {
    this.bytes[this.position++] = (field << 3) | 2;
    this.varint(length);
  }

  bytesField(field: number, value: Buffer): void {
    const { length } = value;
    this.header(field, length);
    if (length > SHORT) value.copy(this.bytes, this.position);
    else for (let n = 0; n < length; n++) this.bytes[this.position + n] = value[n]!;
    this.position += length;
  }

  /** Text of ASCII characters only, such as a UUID or a number. */
  asciiField(field: number, value: string): void {
    this.header(field, value.length);
    this.position += this.bytes.write(value, this.position, 'latin1');
  }

  private varint(value: number): void {
    if (value === LARGEST) {
      this.bytes.fill(0xff, this.position, this.position + 8);
      this.bytes[this.position + 8] = 0x7f;
      this.position += 9;
      return;
    }
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.position++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.position++] = rest;
  }
}
