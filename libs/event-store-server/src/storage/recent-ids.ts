/** Hexadecimal digits of a UUID that tell it apart here: 52 bits fit a number exactly. */
const DIGITS = 13;

/**
 * Where the newest events stand, by their ids, so that an append that expects no particular revision (`any`,
 * `stream_exists`) and is sent twice is recognised. EventStoreDB keeps the same kind of window in memory; ours is also
 * filled again from the log when the server starts. Appends that name a revision do not need it: they compare with the
 * log itself.
 *
 * It keeps a part of each id, as a number, so whoever finds a position must look there whether it is the same event.
 */
export class RecentIds {
  private readonly positions = new Map<number, number>();
  private readonly order: Float64Array;
  private added = 0;

  constructor(capacity: number) {
    this.order = new Float64Array(capacity);
  }

  /** The position of an event whose id is probably this one. */
  find(id: string): number | undefined {
    return this.positions.get(keyOf(id));
  }

  /**
   * Adds an event; the one that was added longest ago goes when there is no room. An id that is known already stays
   * where it stands first, as in EventStoreDB.
   */
  add(id: string, position: number): void {
    const key = keyOf(id);
    if (this.positions.has(key)) return;
    const slot = this.added++ % this.order.length;
    if (this.added > this.order.length) this.positions.delete(this.order[slot]!);
    this.order[slot] = key;
    this.positions.set(key, position);
  }

  clear(): void {
    this.positions.clear();
    this.added = 0;
  }
}

/** The last digits: in ids that are ordered by time they differ most. */
function keyOf(id: string): number {
  return parseInt(id.slice(-DIGITS).replace('-', ''), 16);
}
