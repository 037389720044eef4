import { randomUUID } from 'node:crypto';
import { eventDataOf, type ProposedEvent } from '../wire/recorded-event.js';
import { parseObject } from './stream-metadata.js';

const JSON_CONTENT = Buffer.from('application/json');
const NOTHING = Buffer.alloc(0);

/** EventStoreDB's `long.MaxValue`; JSON text, because a JavaScript number cannot hold it. */
const LARGEST_TEXT = '9223372036854775807';

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

/** The event that closes a stream for good. */
export function tombstoneEvent(): ProposedEvent {
  return systemEvent('$streamDeleted', '{}');
}

/** Metadata that hides all that is in the stream, keeping what else the present metadata says. */
export function softDeleteEvent(present: Buffer | undefined): ProposedEvent {
  return systemEvent('$metadata', metadataWith(present, LARGEST_TEXT));
}

/** Metadata that shows the stream again from its new first revision. */
export function undeleteEvent(present: Buffer | undefined, firstRevision: number): ProposedEvent {
  return systemEvent('$metadata', metadataWith(present, String(firstRevision)));
}

function metadataWith(present: Buffer | undefined, truncateBefore: string): string {
  const metadata = (present === undefined ? undefined : parseObject(eventDataOf(present))) ?? {};
  const rest = Object.entries(metadata)
    .filter(([key]) => key !== '$tb')
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${[...rest, `"$tb":${truncateBefore}`].join(',')}}`;
}
