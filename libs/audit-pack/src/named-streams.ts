import { UUID } from '#kernel';
import type { SaidEvent } from './papers.js';

/**
 * By the field that names it, in whatever depth: a thing that has had a stream of its own since before anybody could name it. Whoever makes a
 * pack puts these streams in; facilities and employers may be known to others before Lindung knows them.
 */
const OWN_STREAM: Readonly<Record<string, string>> = {
  participantId: 'participant',
  survivorId: 'participant',
  membershipId: 'membership',
  accidentId: 'accident',
  paperId: 'paper',
  receivableId: 'receivable',
};

/** What these name belongs to others, and is in no pack. */
const ENDS = ['facility-', 'employer-', 'dues-'];

/** The streams that must be there where these events are, with the first event that names each. */
export function streamsNamedIn(events: readonly SaidEvent[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const { place, data } of events) {
    if (ENDS.some((prefix) => place.startsWith(prefix))) continue;
    for (const streamId of namedIn(data)) if (!named.has(streamId)) named.set(streamId, place);
  }
  return named;
}

function namedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, held]) => {
    const category = Object.hasOwn(OWN_STREAM, field) ? OWN_STREAM[field] : undefined;
    return category !== undefined && UUID.fits(held) ? [`${category}-${held}`] : namedIn(held);
  });
}
