/** So many bytes at most are copied by a loop: to ask the runtime for it takes longer. */
const FEW = 512;

/** Bytes, and a view on them by which eight at a time are moved without a call into the runtime. */
export class Bytes {
  readonly view: DataView;

  readonly length: number;

  constructor(readonly buffer: Buffer) {
    this.view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
    this.length = buffer.length;
  }

  /** Copies some of these bytes to a place among others; returns how many. */
  copyTo(target: Bytes, at: number, from: number, length: number): number {
    if (length <= FEW) copyFew(this.view, from, target.view, at, length);
    else this.buffer.copy(target.buffer, at, from, from + length);
    return length;
  }

  /** True when some of these bytes are the same as others. */
  equalsAt(at: number, other: Bytes, from: number, length: number): boolean {
    let n = 0;
    for (; n + 4 <= length; n += 4) {
      if (this.view.getInt32(at + n) !== other.view.getInt32(from + n)) return false;
    }
    for (; n < length; n++) if (this.buffer[at + n] !== other.buffer[from + n]) return false;
    return true;
  }
}

function copyFew(source: DataView, from: number, target: DataView, at: number, length: number): void {
  let done = 0;
  for (; done + 8 <= length; done += 8) {
    target.setBigUint64(at + done, source.getBigUint64(from + done, true), true);
  }
  for (; done < length; done++) target.setUint8(at + done, source.getUint8(from + done));
}
