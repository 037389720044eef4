import { Bytes } from '../wire/bytes.js';
import { EventEncoder } from '../wire/event-encoder.js';
import type { ProposedEvent } from '../wire/proposed-event.js';
import { FRAME_HEADER, sealFrame } from './frame.js';

/** Events that one append put next to each other, as they lie on disk. */
export interface Entry {
  readonly count: number;
  readonly frames: Buffer;
}

/** An entry is closed once it has this many bytes. */
const FULL_BYTES = 64 * 1024;

/** Room for most appends. A buffer that grew beyond the larger one is not kept for the next. */
const [SCRATCH_BYTES, LARGEST_KEPT] = [128 * 1024, 2 * 1024 * 1024];

/**
 * Lays the entries of one append next to each other in a buffer that is used again for the next append: the database copies
 * what it is given.
 */
export class EntryBuilder {
  private readonly encoder = new EventEncoder();
  private scratch = new Bytes(Buffer.allocUnsafe(SCRATCH_BYTES));
  private length = 0;
  private closed: { readonly count: number; readonly end: number }[] = [];
  private count = 0;
  private start = 0;

  /** Encodes an event behind the others, in an entry of its own when theirs is full. */
  add(event: ProposedEvent, revision: number, position: number): void {
    if (this.length - this.start >= FULL_BYTES) this.close();
    const size = this.encoder.measure(event, revision, position);
    const end = this.length + FRAME_HEADER + size;
    if (end > this.scratch.length) this.growTo(end);
    this.encoder.write(event, revision, position, this.scratch, this.length + FRAME_HEADER);
    sealFrame(this.scratch, this.length, size);
    this.length = end;
    this.count++;
  }

  /** All entries; valid until `clear`. No event is added any more. */
  finish(): readonly Entry[] {
    if (this.count > 0) this.close();
    let start = 0;
    return this.closed.map(({ count, end }) => {
      const frames = this.scratch.buffer.subarray(start, end);
      start = end;
      return { count, frames };
    });
  }

  /** Begins the next append. `created` is in .NET ticks (100 ns) since 1970, as text. */
  begin(stream: Buffer, created: string): void {
    this.clear();
    this.encoder.begin(stream, created);
  }

  /** Gives the entries up. */
  clear(): void {
    this.length = 0;
    this.start = 0;
    this.count = 0;
    this.closed = [];
    if (this.scratch.length > LARGEST_KEPT) this.scratch = new Bytes(Buffer.allocUnsafe(SCRATCH_BYTES));
  }

  private close(): void {
    this.closed.push({ count: this.count, end: this.length });
    this.start = this.length;
    this.count = 0;
  }

  private growTo(size: number): void {
    const larger = new Bytes(Buffer.allocUnsafe(Math.max(size, 2 * this.scratch.length)));
    this.scratch.copyTo(larger, 0, 0, this.length);
    this.scratch = larger;
  }
}
