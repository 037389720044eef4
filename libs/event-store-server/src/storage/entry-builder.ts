import {
  measureReadResponse,
  writeReadResponse,
  type Placement,
  type ProposedEvent,
} from '../wire/recorded-event.js';
import { FRAME_HEADER, sealFrame } from './frame.js';

const SCRATCH_BYTES = 128 * 1024;

/** An entry is closed once it has this many bytes. */
const FULL_BYTES = 64 * 1024;

/**
 * Lays the frames of one entry next to each other in a buffer that is used again for the next entry: the database
 * copies what it is given.
 */
export class EntryBuilder {
  private scratch = Buffer.allocUnsafe(SCRATCH_BYTES);
  private length = 0;
  private events = 0;

  /** Events in the entry so far. */
  get count(): number {
    return this.events;
  }

  /** True when the entry should be stored before another event is added. */
  get isFull(): boolean {
    return this.length >= FULL_BYTES;
  }

  /** The frames so far; valid until the next `add` or `clear`. */
  get frames(): Buffer {
    return this.scratch.subarray(0, this.length);
  }

  /** Encodes an event at the end of the entry. */
  add(event: ProposedEvent, at: Placement): void {
    const sizes = measureReadResponse(event, at);
    const end = this.length + FRAME_HEADER + sizes.total;
    if (end > this.scratch.length) this.growTo(end);
    writeReadResponse(event, at, sizes, this.scratch, this.length + FRAME_HEADER);
    sealFrame(this.scratch, this.length, sizes.total);
    this.length = end;
    this.events++;
  }

  /** Begins the next entry. A buffer that grew for a large event is not kept. */
  clear(): void {
    this.length = 0;
    this.events = 0;
    if (this.scratch.length > SCRATCH_BYTES) this.scratch = Buffer.allocUnsafe(SCRATCH_BYTES);
  }

  private growTo(size: number): void {
    const larger = Buffer.allocUnsafe(size);
    this.scratch.copy(larger, 0, 0, this.length);
    this.scratch = larger;
  }
}
