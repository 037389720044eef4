/** Where an event with a known id stands. */
export interface KnownEvent {
  readonly stream: number;
  readonly revision: number;
  readonly position: number;
}

/**
 * The ids of the newest events, so that an append that expects no particular revision (`any`, `stream_exists`) and is
 * sent twice is recognised. EventStoreDB keeps the same kind of window in memory; ours is also filled again from the
 * log when the server starts. Appends that name a revision do not need it: they compare with the log itself.
 */
export class RecentIds {
  private readonly events = new Map<string, KnownEvent>();

  constructor(private readonly capacity: number) {}

  find(id: string): KnownEvent | undefined {
    return this.events.get(id);
  }

  add(id: string, event: KnownEvent): void {
    this.events.set(id, event);
    if (this.events.size > this.capacity) {
      const oldest = this.events.keys().next();
      if (!oldest.done) this.events.delete(oldest.value);
    }
  }

  clear(): void {
    this.events.clear();
  }
}
