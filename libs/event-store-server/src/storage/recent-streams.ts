import type { StoredEvent } from './log-reader.js';

/** A stream whose events take more is not kept: it is the short ones that are read again and again. */
const LARGEST_KEPT = 32 * 1024;

/** So much is kept of all streams together. */
const KEPT_BYTES = 8 * 1024 * 1024;

/** Events of one stream that follow each other. */
interface Kept {
  readonly events: readonly StoredEvent[];
  readonly bytes: number;
}

/**
 * The first events of the short streams that were read last. Whoever decides on a stream reads it from its beginning each
 * time, and to find its entries takes longer than all else that is done to answer. What stands in a stream never changes:
 * what is kept stays true while the stream grows.
 */
export class RecentStreams {
  private readonly streams = new Map<number, Kept>();
  private bytes = 0;

  /** Events from a revision on, some of those that there are; none when it is not known. */
  from(stream: number, revision: number, limit: number): readonly StoredEvent[] {
    const kept = this.streams.get(stream);
    if (kept === undefined) return [];
    const { events } = kept;
    const start = revision - events[0]!.number;
    if (start < 0 || start >= events.length) return [];
    this.streams.delete(stream);
    this.streams.set(stream, kept);
    return start === 0 && limit >= events.length ? events : events.slice(start, start + limit);
  }

  /** Keeps what was read of a stream, behind what is kept of it already. */
  keep(stream: number, read: readonly StoredEvent[]): void {
    const [first, last] = [read[0], read.at(-1)];
    if (first === undefined || last!.number - first.number !== read.length - 1) return;
    const known = this.streams.get(stream);
    const follows = known?.events.at(-1)?.number === first.number - 1;
    if (!follows && first.number !== 0) return;
    // A view holds all that was fetched with it.
    const bytes = first.message.buffer.byteLength + (follows ? known.bytes : 0);
    if (bytes > LARGEST_KEPT) return;
    this.drop(stream);
    this.streams.set(stream, { events: follows ? [...known.events, ...read] : read, bytes });
    this.bytes += bytes;
    while (this.bytes > KEPT_BYTES) this.drop(this.streams.keys().next().value!);
  }

  /** What was read in a transaction that failed is not true. */
  clear(): void {
    this.streams.clear();
    this.bytes = 0;
  }

  private drop(stream: number): void {
    this.bytes -= this.streams.get(stream)?.bytes ?? 0;
    this.streams.delete(stream);
  }
}
