/** How long answers took, in milliseconds. */
export interface Latency {
  readonly answers: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly longestMs: number;
}

export type Latencies = Readonly<Record<'command' | 'query', Latency>>;

/** Notes how long answers take, one stretch of time after the other. */
export class LatencyBook {
  private took: Record<'command' | 'query', number[]> = { command: [], query: [] };

  note(what: 'command' | 'query', ms: number): void {
    this.took[what].push(ms);
  }

  /** What was noted since the last time. */
  turnPage(): Latencies {
    const { command, query } = this.took;
    this.took = { command: [], query: [] };
    return { command: latencyOf(command), query: latencyOf(query) };
  }
}

function latencyOf(took: readonly number[]): Latency {
  const sorted = [...took].sort((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { answers: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), longestMs: at(1) };
}
