import type { AppendOptions } from '../wire/append-messages.js';
import type { ProposedEvent } from '../wire/recorded-event.js';

/** Limits of an append. */
export interface AppendLimits {
  /** Bytes of data, metadata and type that the events of one append may have together. */
  readonly maxAppendSize: number;
}

/** An append while its messages arrive. */
export class IncomingAppend {
  readonly stream: string;
  events: ProposedEvent[] = [];
  private size = 0;

  constructor(
    readonly options: AppendOptions,
    private readonly limits: AppendLimits,
  ) {
    this.stream = options.stream.toString('utf8');
  }

  get isTooLarge(): boolean {
    return this.size > this.limits.maxAppendSize;
  }

  /** True when the writer no longer waits for an answer. */
  get isOverdue(): boolean {
    return this.options.deadlineMs <= Date.now();
  }

  add(events: readonly ProposedEvent[]): void {
    for (const event of events) {
      this.size += event.data.length + event.metadata.length + event.type.length;
      this.events.push(event);
    }
  }
}
