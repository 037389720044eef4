import type { ProposedEvent } from '../wire/proposed-event.js';
import type { Entry, EntryBuilder } from './entry-builder.js';

/** Where an event stands in its stream and in the log. */
export interface Place {
  readonly revision: number;
  readonly position: number;
}

/** A draft that is older is not stored: its events would carry a time that is past. */
const MOMENT_MS = 1_000;
const TICKS_PER_MS = '0000';

/**
 * The entries of an append, laid out for a place in the log. They may be before all of its events have come: if nothing else
 * is stored until then, they are stored as they are.
 */
export class EntryDraft {
  private readonly begun = Date.now();
  private count = 0;

  /** @param builder builds these entries and, until they are stored or given up, no others */
  constructor(
    stream: Buffer,
    private readonly first: Place,
    private readonly builder: EntryBuilder,
  ) {
    builder.begin(stream, this.begun + TICKS_PER_MS);
  }

  /** Where the log ends that this is a draft for. */
  get position(): number {
    return this.first.position;
  }

  /** Lays out those events of the append that are not yet. */
  extendTo(events: readonly ProposedEvent[]): void {
    const { builder, first } = this;
    for (; this.count < events.length; this.count++) {
      builder.add(events[this.count]!, first.revision + this.count, first.position + this.count);
    }
  }

  /** True when an append that is stored now, at this place, looks like this. */
  isFor({ revision, position }: Place): boolean {
    const isRecent = Math.abs(Date.now() - this.begun) < MOMENT_MS;
    return isRecent && revision === this.first.revision && position === this.first.position;
  }

  /** The entries as they are stored. */
  finish(): readonly Entry[] {
    return this.builder.finish();
  }
}
