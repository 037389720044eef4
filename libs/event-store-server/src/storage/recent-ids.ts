/** No slot. */
const NONE = -1;

/** Hexadecimal digits of a UUID that tell it apart here: 52 bits fit a number exactly. */
const DIGITS = 13;
const [HYPHEN, ZERO, LETTER_A] = [0x2d, 0x30, 0x61];

/**
 * Where the newest events stand, by their ids, so that an append that expects no particular revision (`any`,
 * `stream_exists`) and is sent twice is recognised. EventStoreDB keeps the same kind of window in memory; ours is also
 * filled again from the log when the server starts. Appends that name a revision do not need it: they compare with the
 * log itself.
 *
 * It keeps a part of each id, as a number, so whoever finds a position must look there whether it is the same event. The
 * numbers stand in arrays, chained where they share a place: a `Map` of as many numbers takes longer than to encode an event.
 */
export class RecentIds {
  private readonly keys: Float64Array;
  private readonly positions: Float64Array;
  /** The slot at the head of each chain, and behind each slot; `NONE` at the end. */
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly mask: number;
  private added = 0;

  constructor(capacity: number) {
    const places = 2 ** Math.ceil(Math.log2(2 * capacity));
    this.mask = places - 1;
    this.keys = new Float64Array(capacity);
    this.positions = new Float64Array(capacity);
    this.next = new Int32Array(capacity);
    this.heads = new Int32Array(places).fill(NONE);
  }

  /** The position of an event whose id is probably this one. */
  find(id: string): number | undefined {
    const slot = this.slotOf(keyOf(id));
    return slot === NONE ? undefined : this.positions[slot];
  }

  /**
   * Adds an event; the one that was added longest ago goes when there is no room. An id that is known already stays
   * where it stands first, as in EventStoreDB.
   */
  add(id: string, position: number): void {
    const key = keyOf(id);
    if (this.slotOf(key) !== NONE) return;
    const slot = this.added % this.keys.length;
    if (this.added++ >= this.keys.length) this.forget(slot);
    const place = this.placeOf(key);
    this.keys[slot] = key;
    this.positions[slot] = position;
    this.next[slot] = this.heads[place]!;
    this.heads[place] = slot;
  }

  clear(): void {
    this.heads.fill(NONE);
    this.added = 0;
  }

  private slotOf(key: number): number {
    let slot = this.heads[this.placeOf(key)]!;
    while (slot !== NONE && this.keys[slot] !== key) slot = this.next[slot]!;
    return slot;
  }

  /** Takes a slot out of its chain. */
  private forget(slot: number): void {
    const place = this.placeOf(this.keys[slot]!);
    let before = this.heads[place]!;
    if (before === slot) {
      this.heads[place] = this.next[slot]!;
      return;
    }
    while (this.next[before] !== slot) before = this.next[before]!;
    this.next[before] = this.next[slot]!;
  }

  private placeOf(key: number): number {
    return key & this.mask;
  }
}

/** The last digits: in ids that are ordered by time they differ most. */
function keyOf(id: string): number {
  let key = 0;
  for (let n = id.length - DIGITS; n < id.length; n++) {
    const code = id.charCodeAt(n);
    if (code !== HYPHEN) key = key * 16 + (code < LETTER_A ? code - ZERO : code - LETTER_A + 10);
  }
  return key;
}
