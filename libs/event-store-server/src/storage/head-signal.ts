/** Wakes those who wait for the log, or for one stream, to grow. */
export class HeadSignal {
  private readonly onAll = new Set<() => void>();
  private readonly onStream = new Map<string, Set<() => void>>();

  /** Calls back once, at the next event of the stream (undefined means any); returns how to stop waiting. */
  once(stream: string | undefined, wake: () => void): () => void {
    const waiting = this.waitingFor(stream);
    waiting.add(wake);
    return () => {
      waiting.delete(wake);
      if (stream === undefined || waiting.size > 0) return;
      // Whoever was woken before may wait again already, with others.
      if (this.onStream.get(stream) === waiting) this.onStream.delete(stream);
    };
  }

  /** Tells those who wait that these streams grew; false when nobody did. */
  announce(streams: Iterable<string>): boolean {
    let isHeard = this.onAll.size > 0;
    for (const stream of streams) {
      const waiting = this.onStream.get(stream);
      if (waiting === undefined) continue;
      isHeard = true;
      this.onStream.delete(stream);
      wakeAll(waiting);
    }
    wakeAll(this.onAll);
    return isHeard;
  }

  /** Wakes everyone, whatever they wait for. */
  announceToAll(): void {
    this.announce([...this.onStream.keys()]);
  }

  private waitingFor(stream: string | undefined): Set<() => void> {
    if (stream === undefined) return this.onAll;
    const waiting = this.onStream.get(stream) ?? new Set();
    this.onStream.set(stream, waiting);
    return waiting;
  }
}

function wakeAll(waiting: Set<() => void>): void {
  const woken = [...waiting];
  waiting.clear();
  for (const wake of woken) wake();
}
