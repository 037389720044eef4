import type { EntryDraft } from '../storage/entry-draft.js';
import type { EventLog } from '../storage/event-log.js';
import type { AppendOptions } from '../wire/append-messages.js';
import type { ProposedEvent } from '../wire/proposed-event.js';

/** Limits of an append. */
export interface AppendLimits {
  /** How large the events of one append may be together, as `sizeOf` counts. */
  readonly maxAppendSize: number;
}

/** An append while its messages arrive. */
export class IncomingAppend {
  readonly stream: string;
  readonly events: ProposedEvent[] = [];
  /** What the log has laid out of it, for as long as that may be stored. */
  draft: EntryDraft | undefined;
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

  /** Has the log lay out what has come, since there is more to come. */
  layOut(log: EventLog, isBeginning: boolean): void {
    if (isBeginning) this.draft = log.beginDraft(this.stream);
    else if (this.draft !== undefined && !log.isOpen(this.draft)) this.draft = undefined;
    this.draft?.extendTo(this.events);
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
function sizeOf({ dataLength, metadataLength, typeLength }: ProposedEvent): number {
  return dataLength + metadataLength + 2 * typeLength;
}
