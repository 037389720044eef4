import { randomUUID } from 'node:crypto';
import type { ProposedEvent } from '../wire/recorded-event.js';

const JSON_CONTENT = Buffer.from('application/json');
const BINARY_CONTENT = Buffer.from('application/octet-stream');
const NOTHING = Buffer.alloc(0);

/** An event that the server itself writes, with JSON data. */
export function systemEvent(type: string, json: string): ProposedEvent {
  return {
    id: randomUUID(),
    type: Buffer.from(type),
    contentType: JSON_CONTENT,
    metadata: NOTHING,
    data: Buffer.from(json),
  };
}

/** The event that closes a stream for good. It says nothing more. */
export function tombstoneEvent(): ProposedEvent {
  return { ...systemEvent('$streamDeleted', ''), contentType: BINARY_CONTENT };
}

/**
 * Metadata that hides all that is in the stream. It replaces the present metadata, as in EventStoreDB. The number is
 * `long.MaxValue`, written as text because a JavaScript number cannot hold it.
 */
export function softDeleteEvent(): ProposedEvent {
  return systemEvent('$metadata', '{"$tb":9223372036854775807}');
}
