import type { Actor, DomainEvent, Instant } from '#kernel';

/** What stands beside every event of Lindung in the log. `$`-names are EventStoreDB's own. */
export interface EventMetadata {
  readonly commandId: string;
  /** Keyed digest of what the command asked; tells a repeated command from another one under the same id. */
  readonly commandDigest?: string;
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly actor: Actor;
  /** When the command was accepted, UTC. */
  readonly issuedAt: Instant;
  /** Version of the shape of `data`. */
  readonly schema: number;
}

/** A domain event as it was read back from the log, personal parts opened where the keys allow it. */
export type RecordedEvent<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: string;
  readonly streamId: string;
  /** Number of the event in its stream, from 0. */
  readonly revision: bigint;
  /** Commit position in the whole log. */
  readonly position: bigint;
  /** When the log recorded it, UTC. */
  readonly recordedAt: Instant;
  readonly metadata: EventMetadata;
};
