const KEPT = 1_000;

const PERCENTILES: readonly [name: string, share: number][] = [
  ['Quintile 1', 0],
  ['Quintile 2', 0.2],
  ['Quintile 3', 0.4],
  ['Quintile 4', 0.6],
  ['Quintile 5', 0.8],
  ['90%', 0.9],
  ['95%', 0.95],
  ['99%', 0.99],
  ['99.5%', 0.995],
  ['99.9%', 0.999],
  ['Highest', 1],
];

/**
 * How long consumers take with a message, in whole milliseconds, under the names and with the meaning that
 * EventStoreDB gives them (its first quintile is the fastest).
 */
export class Latencies {
  private readonly newest: number[] = [];
  private next = 0;

  /** Adds one measurement; only the last 1,000 are kept. */
  add(milliseconds: number): void {
    this.newest[this.next] = milliseconds;
    this.next = (this.next + 1) % KEPT;
  }

  /** Mean, median, fastest, highest and percentiles; nothing when nothing was measured. */
  measurements(): [name: string, milliseconds: number][] {
    if (this.newest.length === 0) return [];
    const sorted = this.newest.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
    return [
      ['Mean', Math.floor(mean)],
      ['Median', at(0.5)],
      ['Fastest', at(0)],
      ...PERCENTILES.map(([name, share]): [string, number] => [name, at(share)]),
    ];
  }
}
