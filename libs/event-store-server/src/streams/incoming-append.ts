import type { AppendOptions } from '../wire/append-messages.js';
import type { ProposedEvent } from '../wire/recorded-event.js';

/** Limits of an append. */
export interface AppendLimits {
  /** How large the events of one append may be together, as `sizeOf` counts. */
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
      this.size += sizeOf(event);
      this.events.push(event);
    }
  }
}

/**
 * What an event counts towards the size of an append. EventStoreDB 24 counts its data alone; EventStoreDB 25 and KurrentDB
 * add its metadata, and its type at two bytes a character. What is taken here is taken by both: a character of UTF-16 is
 * never more than its bytes in UTF-8.
 */
function sizeOf({ data, metadata, type }: ProposedEvent): number {
  return data.length + metadata.length + 2 * type.length;
}
