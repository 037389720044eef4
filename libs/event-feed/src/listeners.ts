import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';

/** Each follows the log by itself, so there is a limit; for more of them there is Kafka. */
const MOST = 50;

/** Those who listen now. They are told to go when the program stops, and come back to whoever answers then. */
@Injectable()
export class Listeners implements BeforeApplicationShutdown {
  private readonly stopped = new AbortController();
  private count = 0;

  get isFull(): boolean {
    return this.count >= MOST;
  }

  /** Aborts when this one has gone, or when the program stops. */
  admit(gone: AbortSignal): AbortSignal {
    // One who has gone is not told of it again.
    if (gone.aborted) return gone;
    this.count++;
    gone.addEventListener('abort', () => this.count--, { once: true });
    return AbortSignal.any([gone, this.stopped.signal]);
  }

  beforeApplicationShutdown(): void {
    this.stopped.abort();
  }
}
