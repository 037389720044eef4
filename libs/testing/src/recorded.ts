import type { EventMetadata, RecordedEvent } from '#event-store';
import { type DomainEvent, type Instant, instant } from '#kernel';
import { TEST_ACTOR } from './test-context.js';

/** Some events of one stream, in order. */
export interface OnStream {
  readonly streamId: string;
  readonly events: readonly DomainEvent[];
}

/** `on('claim-1', event('ClaimSubmitted', …), …)`: what happened in one stream. */
export function on(streamId: string, ...events: readonly DomainEvent[]): OnStream {
  return { streamId, events };
}

/** What a spec may say about how events were recorded. */
export type RecordedAs = Partial<Pick<EventMetadata, 'actor' | 'commandId' | 'issuedAt'>> & {
  readonly recordedAt?: Instant;
};

/**
 * Plays the log for a read model: gives events the positions and revisions that a real log would.
 * Positions have gaps, as real ones do.
 */
export function eventLog(): { record(streams: readonly OnStream[], as?: RecordedAs): RecordedEvent[] } {
  const revisions = new Map<string, bigint>();
  let position = 1_000n;

  function recordOne(streamId: string, { type, data }: DomainEvent, as: RecordedAs): RecordedEvent {
    const revision = (revisions.get(streamId) ?? -1n) + 1n;
    revisions.set(streamId, revision);
    position += 137n;
    const id = `00000000-0000-4000-8000-${position.toString().padStart(12, '0')}`;
    const { commandId = id, actor = TEST_ACTOR, issuedAt = instant('2026-11-20T03:15:00Z') } = as;
    const recordedAt = as.recordedAt ?? issuedAt;
    const metadata = {
      commandId,
      $correlationId: commandId,
      $causationId: commandId,
      actor,
      issuedAt,
      schema: 1,
    };
    return { type, data, id, streamId, revision, position, recordedAt, metadata };
  }

  return {
    record: (streams, as = {}) =>
      streams.flatMap(({ streamId, events }) => events.map((event) => recordOne(streamId, event, as))),
  };
}
