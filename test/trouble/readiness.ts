import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 100;

/** Somebody who asks a program all the time whether it can do its work. */
export class ReadinessWatch {
  private isReady: boolean | undefined;
  private changedAt = performance.now();
  private readonly stopped = new AbortController();
  private readonly asking: Promise<void>;

  constructor(private readonly url: string) {
    this.asking = this.ask();
  }

  /**
   * Waits until it says so.
   * @returns after how many milliseconds; undefined when it did not within the limit
   */
  async becomes(ready: boolean, withinMs: number): Promise<number | undefined> {
    const began = performance.now();
    while (this.isReady !== ready) {
      if (performance.now() - began > withinMs) return undefined;
      await wait(POLL_MS / 2);
    }
    return Math.max(0, Math.round(this.changedAt - began));
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.asking;
  }

  private async ask(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      const now = await this.once();
      if (now !== this.isReady) [this.isReady, this.changedAt] = [now, performance.now()];
      await wait(POLL_MS);
    }
  }

  /** No answer is none that says that it is ready. */
  private async once(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }
}
