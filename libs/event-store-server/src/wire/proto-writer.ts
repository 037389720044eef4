import { LARGEST } from './proto-size.js';

/** Up to here numbers are shifted, which takes less time than to divide them. */
const LARGEST_SMALL = 2 ** 31 - 1;

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
    this.header(field, value.length);
    this.encoded(value);
  }

  /** Bytes as they are. */
  encoded(bytes: Buffer): void {
    bytes.copy(this.bytes, this.position);
    this.position += bytes.length;
  }

  /** Text of ASCII characters only, such as a UUID or a number. */
  asciiField(field: number, value: string): void {
    this.header(field, value.length);
    this.position += this.bytes.write(value, this.position, 'latin1');
  }

  private varint(value: number): void {
    if (value < 0x80) this.bytes[this.position++] = value;
    else if (value < 0x4000) {
      this.bytes[this.position++] = (value & 0x7f) | 0x80;
      this.bytes[this.position++] = value >> 7;
    } else this.longVarint(value);
  }

  private longVarint(value: number): void {
    if (value === LARGEST) {
      this.bytes.fill(0xff, this.position, this.position + 8);
      this.bytes[this.position + 8] = 0x7f;
      this.position += 9;
      return;
    }
    let rest = value;
    for (; rest > LARGEST_SMALL; rest = Math.floor(rest / 128))
      this.bytes[this.position++] = (rest % 128) | 0x80;
    for (; rest >= 0x80; rest >>= 7) this.bytes[this.position++] = (rest & 0x7f) | 0x80;
    this.bytes[this.position++] = rest;
  }
}
