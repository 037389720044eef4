/** Counts items, and how many there were since somebody last looked. */
export class Meter {
  private items = 0;
  private seen = 0;
  private seenAt: number;

  constructor(now: number) {
    this.seenAt = now;
  }

  /** Counts one item. */
  count(): void {
    this.items++;
  }

  /** The figures since the last reading, and in total. */
  read(now: number): { total: number; sinceLast: number; perSecond: number } {
    const sinceLast = this.items - this.seen;
    const seconds = (now - this.seenAt) / 1000;
    this.seen = this.items;
    this.seenAt = now;
    return {
      total: this.items,
      sinceLast,
      perSecond: seconds > 0 ? Math.floor(sinceLast / seconds) : 0,
    };
  }
}
