import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadCall } from './log-channel.js';
import { type EventBytes, type Searched, readAnswer } from './log-messages.js';

/** What a call has brought and nobody has taken yet. A call that has brought enough waits. */
export class Arrived<Event extends object> {
  failure: Error | undefined;
  ended = false;
  /** Nobody wants more. */
  stopped = false;
  /** The log has said something: a subscription that has begun may be quiet for as long as nothing happens. */
  hasBegun = false;
  private events: (Event | Searched)[] = [];
  private wake = () => {};

  constructor(
    readonly call: ReadCall,
    private readonly size: number,
    private readonly as: (event: EventBytes) => Event,
  ) {
    call.on('data', (bytes: Buffer) => this.keep(bytes));
    // Stays: a call reports its own cancellation as well.
    call.on('error', (error: Error) => this.end(error));
    call.once('end', () => this.end());
    // A call within one process that is cancelled says no more than this.
    call.once('close', () => this.end());
  }

  /** Everything, if that is enough already or nothing else is waited for. */
  take(all: boolean): (Event | Searched)[] {
    if (!all && this.events.length < this.size) return [];
    const taken = this.events;
    this.events = [];
    if (this.call.isPaused()) this.call.resume();
    return taken;
  }

  /**
   * While more keeps coming it goes on gathering: who is far behind gets large batches, who is at the end gets each event at
   * once.
   */
  async gather(): Promise<void> {
    let before = 0;
    while (this.events.length > before && this.events.length < this.size && !this.stopped && !this.ended) {
      before = this.events.length;
      await nextTurn();
    }
  }

  /** Resolves when something has come. */
  more(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  private keep(bytes: Buffer): void {
    if (!this.hasBegun) {
      this.hasBegun = true;
      this.wake();
    }
    try {
      const answer = readAnswer(bytes, this.as);
      if (typeof answer === 'string') return;
      this.events.push(answer);
    } catch (error) {
      this.end(error as Error);
    }
    if (this.events.length >= this.size) this.call.pause();
    this.wake();
  }

  private end(failure?: Error): void {
    this.failure ??= failure;
    this.ended = true;
    this.wake();
  }
}
