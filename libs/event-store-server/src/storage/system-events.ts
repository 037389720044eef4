import { randomUUID } from 'node:crypto';
import { proposedEvent, type ProposedEvent } from '../wire/proposed-event.js';

const NOTHING = Buffer.alloc(0);

/** An event that the server itself writes, with JSON data. */
export function systemEvent(type: string, json: string): ProposedEvent {
  return proposedEvent({
    id: randomUUID(),
    type: Buffer.from(type),
    content: 'json',
    metadata: NOTHING,
    data: Buffer.from(json),
  });
}

/** The event that closes a stream for good. It says nothing more. */
export function tombstoneEvent(): ProposedEvent {
  return proposedEvent({
    id: randomUUID(),
    type: Buffer.from('$streamDeleted'),
    content: 'binary',
    metadata: NOTHING,
    data: NOTHING,
  });
}

/**
 * Metadata that hides all that is in the stream. It replaces the present metadata, as in EventStoreDB. The number is
 * `long.MaxValue`, written as text because a JavaScript number cannot hold it.
 */
export function softDeleteEvent(): ProposedEvent {
  return systemEvent('$metadata', '{"$tb":9223372036854775807}');
}
