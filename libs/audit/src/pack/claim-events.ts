import type { EventStore, KeptEvent } from '#event-store';
import { UUID } from '#kernel';
import { type OpenData, streamsNamedBy } from './rests-on.js';

/** An event of a pack, with what of it stands in the open. */
export interface FoundEvent {
  readonly kept: KeptEvent;
  readonly open: OpenData;
}

/** More events than anybody looks through: a claim that leads to more of them is not packed. */
export const MOST_EVENTS = 20_000;

/** Finds the streams of the complaints about some things, by their ids. */
export type ComplaintsAbout = (ids: readonly string[]) => Promise<readonly string[]>;

/** A claim leads to more events than a pack takes. */
export class TooManyEvents extends Error {
  override readonly name = 'TooManyEvents';
}

/**
 * The events of a claim, and of everything that it rests on or that follows from it, stream after stream, each from its beginning. Nothing
 * is opened.
 * @param complaintsAbout where nobody can say which there are, none is in the pack
 * @returns none where there is no such claim
 * @throws TooManyEvents
 */
export async function eventsOfClaim(
  log: Pick<EventStore, 'readKept'>,
  claimId: string,
  complaintsAbout: ComplaintsAbout = () => Promise.resolve([]),
): Promise<readonly FoundEvent[]> {
  const found: FoundEvent[] = [];
  const claim = `claim-${claimId}`;
  const known = new Set<string>([claim]);
  // More are added to the set while it is gone through.
  for (const streamId of known) {
    for await (const kept of log.readKept(streamId)) {
      const open = openOf(kept);
      found.push({ kept, open });
      if (found.length > MOST_EVENTS) throw new TooManyEvents(`More than ${MOST_EVENTS} events`);
      for (const named of streamsNamedBy({ ...kept, data: open })) known.add(named);
    }
    if (found.length === 0) return [];
    // Nothing of a claim names what somebody complains of: that names it.
    if (streamId === claim)
      for (const complaint of await complaintsAbout(thingsOf(found, claimId))) known.add(complaint);
  }
  return found;
}

/** The claim, and the accident that it is for. */
function thingsOf(found: readonly FoundEvent[], claimId: string): readonly string[] {
  const accidents = found.flatMap(({ open: { accidentId } }) => (UUID.fits(accidentId) ? [accidentId] : []));
  return [...new Set([claimId, ...accidents])];
}

function openOf({ data }: KeptEvent): OpenData {
  return JSON.parse(data.toString('utf8')) as OpenData;
}
