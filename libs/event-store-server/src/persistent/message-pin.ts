import type { EventLog } from '../storage/event-log.js';
import { resolveLink } from '../storage/links.js';
import { ProtoReader } from '../wire/proto-reader.js';
import { eventDataOf, eventHeaderOf, recordedEventOf } from '../wire/recorded-event.js';
import type { GroupSettings } from './group-settings.js';

const LINK_TYPE = '$>';

/**
 * What pins a stored event to a consumer: the stream that the event comes from (for a link, the stream it points at),
 * or its correlation id when the strategy asks for that. Empty for strategies that do not pin.
 */
export function pinOf(log: EventLog, settings: GroupSettings, stored: Buffer): string {
  if (settings.strategy !== 'Pinned' && settings.strategy !== 'PinnedByCorrelation') return '';
  const correlation = settings.strategy === 'PinnedByCorrelation' ? correlationId(log, settings, stored) : '';
  return correlation === '' ? sourceStream(stored) : correlation;
}

function sourceStream(stored: Buffer): string {
  const { type, stream } = eventHeaderOf(stored);
  if (type !== LINK_TYPE) return stream;
  const pointer = eventDataOf(stored).toString('utf8');
  return pointer.slice(pointer.indexOf('@') + 1);
}

function correlationId(log: EventLog, { resolveLinks }: GroupSettings, stored: Buffer): string {
  const recorded = resolveLinks ? resolveLink(log, stored).event : recordedEventOf(stored);
  if (recorded === undefined) return '';
  const reader = new ProtoReader(recorded);
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 7) return correlationIn(reader.text());
    reader.skip();
  }
  return '';
}

/** Metadata is whatever its writer put there; only a JSON object can name a correlation id. */
function correlationIn(metadata: string): string {
  try {
    const parsed: unknown = JSON.parse(metadata);
    if (typeof parsed !== 'object' || parsed === null || !('$correlationId' in parsed)) return '';
    return typeof parsed.$correlationId === 'string' ? parsed.$correlationId : '';
  } catch (error) {
    if (error instanceof SyntaxError) return '';
    throw error;
  }
}
