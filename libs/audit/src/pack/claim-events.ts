import type { EventStore, KeptEvent } from '#event-store';
import { type OpenData, streamsNamedBy } from './rests-on.js';

/** An event of a pack, with what of it stands in the open. */
export interface FoundEvent {
  readonly kept: KeptEvent;
  readonly open: OpenData;
}

/** More events than anybody looks through: a claim that leads to more of them is not packed. */
export const MOST_EVENTS = 20_000;

/** A claim leads to more events than a pack takes. */
export class TooManyEvents extends Error {
  override readonly name = 'TooManyEvents';
}

/**
 * The events of a claim, and of everything that it rests on or that follows from it, stream after stream, each from its beginning. Nothing
 * is opened.
 * @returns none where there is no such claim
 * @throws TooManyEvents
 */
export async function eventsOfClaim(
  log: Pick<EventStore, 'readKept'>,
  claimId: string,
): Promise<readonly FoundEvent[]> {
  const found: FoundEvent[] = [];
  const known = new Set<string>([`claim-${claimId}`]);
  // More are added to the set while it is gone through.
  for (const streamId of known) {
    for await (const kept of log.readKept(streamId)) {
      const open = openOf(kept);
      found.push({ kept, open });
      if (found.length > MOST_EVENTS) throw new TooManyEvents(`More than ${MOST_EVENTS} events`);
      for (const named of streamsNamedBy({ ...kept, data: open })) known.add(named);
    }
    if (found.length === 0) return [];
  }
  return found;
}

function openOf({ data }: KeptEvent): OpenData {
  return JSON.parse(data.toString('utf8')) as OpenData;
}
