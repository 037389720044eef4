import { ANY, NO_STREAM, jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';

type Event = ReturnType<typeof jsonEvent>;

/** An event that the server has acknowledged. */
export interface Acknowledged {
  readonly id: string;
  readonly revision: number;
}

/**
 * Writes to a stream of its own until the server goes away. What was sent and not answered is sent again to the next
 * server, with the same event ids: whether or not it was stored before the crash, it must be there once afterwards.
 */
export class StormWriter {
  readonly acknowledged: Acknowledged[] = [];
  private unanswered: Event[] | undefined;

  /**
   * @param namesRevision whether the writer says which revision it expects, or takes any
   * @param longestText of its events
   */
  constructor(
    readonly stream: string,
    private readonly namesRevision: boolean,
    private readonly longestText = 2_000,
  ) {}

  /** Ids of what was sent and never answered: it may be in the log or not, but only as a whole and at the end. */
  get unansweredIds(): string[] {
    return (this.unanswered ?? []).map(({ id }) => id);
  }

  /** Writes until the server is gone; `onAcknowledged` hears of every append that was answered. */
  async run(
    client: EventStoreDBClient,
    isServerGone: () => boolean,
    onAcknowledged: () => void,
  ): Promise<void> {
    while (!isServerGone()) {
      this.unanswered ??= someEvents(this.longestText);
      try {
        await client.appendToStream(this.stream, this.unanswered, { expectedRevision: this.expected });
      } catch (error) {
        if (isServerGone()) return;
        throw error;
      }
      for (const { id } of this.unanswered)
        this.acknowledged.push({ id, revision: this.acknowledged.length });
      this.unanswered = undefined;
      onAcknowledged();
    }
  }

  private get expected(): typeof ANY | typeof NO_STREAM | bigint {
    if (!this.namesRevision) return ANY;
    return this.acknowledged.length === 0 ? NO_STREAM : BigInt(this.acknowledged.length - 1);
  }
}

function someEvents(longestText: number): Event[] {
  const count = 1 + Math.floor(Math.random() * 10);
  const text = 'x'.repeat(Math.floor(Math.random() * longestText));
  return Array.from({ length: count }, (_, n) => jsonEvent({ type: 'Stormed', data: { n, text } }));
}
