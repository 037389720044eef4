import { type ProposedEvent } from '../wire/proposed-event.js';
import { UUID_LENGTH } from '../wire/uuid.js';

/** Hexadecimal digits of a UUID that tell it apart here, twice as many as one step takes: all 48 bits fit a number exactly. */
const HALF = 6;
const HALF_RANGE = 16 ** HALF;
/** The last digits: in ids that are ordered by time they differ most. No hyphen stands between them. */
const START = UUID_LENGTH - 2 * HALF;

/** What a hexadecimal digit stands for, by its code. */
const DIGITS = new Uint8Array(256);
for (const [value, digit] of [...Buffer.from('0123456789abcdef')].entries()) DIGITS[digit] = value;

/**
 * Where the newest events stand, by a part of their ids, so that an append that expects no particular revision (`any`,
 * `stream_exists`) and is sent twice is recognised. EventStoreDB keeps the same kind of window in memory; ours is also
 * filled again from the log when the server starts. Appends that name a revision do not need it: they compare with the
 * log itself.
 *
 * It keeps a part of each id, as a number, so whoever finds a position must look there whether it is the same event. The
 * numbers stand in arrays, chained where they share a place, from the newest back to the first that is too old to count:
 * a `Map` of as many numbers takes longer than to encode an event.
 */
export class RecentIds {
  private readonly keys: Float64Array;
  private readonly positions: Float64Array;
  /** How many were added up to the newest of each chain, and, by slot, up to the one before; 0 for none. */
  private readonly heads: Float64Array;
  private readonly before: Float64Array;
  private readonly mask: number;
  private added = 0;
  /** How many of these are in the chains. */
  private chained = 0;

  constructor(private readonly capacity: number) {
    const places = 2 ** Math.ceil(Math.log2(capacity));
    this.mask = places - 1;
    this.keys = new Float64Array(capacity);
    this.positions = new Float64Array(capacity);
    this.before = new Float64Array(capacity);
    this.heads = new Float64Array(places);
  }

  /** The position of the oldest event among those that probably have this id: an event that is known stays where it stands first. */
  find(key: number): number | undefined {
    this.chain();
    let position: number | undefined;
    for (let count = this.heads[key & this.mask]!; count > this.added - this.capacity && count > 0;) {
      const slot = count % this.capacity;
      if (this.keys[slot] === key) position = this.positions[slot];
      count = this.before[slot]!;
    }
    return position;
  }

  /** Adds an event; the one that was added longest ago goes when there is no room. */
  add(key: number, position: number): void {
    const slot = ++this.added % this.capacity;
    this.keys[slot] = key;
    this.positions[slot] = position;
  }

  /** Chains what was added since somebody asked last: where all appends name a revision, nobody does. */
  private chain(): void {
    let count = Math.max(this.chained, this.added - this.capacity);
    while (count < this.added) {
      const slot = ++count % this.capacity;
      const place = this.keys[slot]! & this.mask;
      this.before[slot] = this.heads[place]!;
      this.heads[place] = count;
    }
    this.chained = count;
  }

  clear(): void {
    this.heads.fill(0);
    this.added = 0;
    this.chained = 0;
  }
}

/** The part of an id by which it is known here. */
export function keyOf(id: string): number {
  return Number.parseInt(id.slice(START), 16);
}

/** The same, of which no text is made. */
export function keyOfEvent({ idIn, idAt }: ProposedEvent): number {
  const start = idAt + START;
  return half(idIn.buffer, start) * HALF_RANGE + half(idIn.buffer, start + HALF);
}

function half(text: Buffer, start: number): number {
  let bits = 0;
  for (let n = start; n < start + HALF; n++) bits = (bits << 4) | DIGITS[text[n]!]!;
  return bits;
}
