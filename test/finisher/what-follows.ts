import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import type { EventMetadata, RecordedEvent } from '#event-store';
import type { Onlooker } from '../system/settled.js';

/**
 * Commands that belong together and what follows from them, among those of others at the same time: whatever a request says that it
 * belongs to (`X-Correlation-ID`), every event says too, also those of processes.
 */
export interface Conversation {
  readonly id: string;
  /** What was recorded of it, in order. */
  events: RecordedEvent[];
}

/** So long processes may take for what follows from one command. */
const WITHIN_MS = 300_000;

/** Reads the log for everybody who talks with a system, and knows when processes have done what follows. */
export class WhatFollows {
  private readonly log: EventStoreDBClient;
  private readonly conversations = new Map<string, Conversation>();
  /** Up to where the log was read, and where each conversation was last told of. */
  private place: bigint | undefined;
  private readonly lastOf = new Map<string, bigint>();
  private reading: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  /** @param processes who follow the log and send commands; read models are not waited for */
  constructor(
    eventStoreUrl: string,
    private readonly processes: Pick<Onlooker, 'everybodyAt'>,
  ) {
    this.log = EventStoreDBClient.connectionString(eventStoreUrl);
  }

  close(): Promise<void> {
    return this.log.dispose();
  }

  conversation(): Conversation {
    const begun: Conversation = { id: randomUUID(), events: [] };
    this.conversations.set(begun.id, begun);
    return begun;
  }

  /** Reads what was recorded by now, once for all who ask meanwhile. */
  learn(): Promise<void> {
    if (!this.reading) return (this.reading = this.read().finally(() => (this.reading = undefined)));
    // Whoever asks while it is read may have recorded something behind what is read.
    this.next ??= this.reading.then(() => {
      this.next = undefined;
      return this.learn();
    });
    return this.next;
  }

  /** Waits until processes have done everything that follows from a conversation, step by step. */
  async done({ id }: Conversation): Promise<void> {
    await this.learn();
    for (let last = this.lastOf.get(id); last !== undefined;) {
      await this.processes.everybodyAt(last, WITHIN_MS);
      await this.learn();
      const now = this.lastOf.get(id);
      last = now === last ? undefined : now;
    }
  }

  private async read(): Promise<void> {
    const { place } = this;
    const from = place === undefined ? START : { commit: place, prepare: place };
    for await (const { event } of this.log.readAll({ direction: FORWARDS, fromPosition: from })) {
      const position = event?.position?.commit;
      if (!event || position === undefined || event.type.startsWith('$')) continue;
      if (place !== undefined && position <= place) continue;
      this.place = position;
      const { type, streamId, revision, data } = event;
      const { $correlationId: id } = event.metadata as unknown as EventMetadata;
      this.lastOf.set(id, position);
      this.conversations
        .get(id)
        ?.events.push({ type, streamId, revision, position, data } as unknown as RecordedEvent);
    }
  }
}
