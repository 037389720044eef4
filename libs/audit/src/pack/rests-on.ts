import { payoutsFollowing } from '#contexts/payouts/facts';
import { scholarshipIdOf } from '#contexts/scholarships/facts';
import type { KeptEvent } from '#event-store';
import { UUID } from '#kernel';

/** What is read of an event that stays sealed: names of fields and ids stand in the open. */
export type OpenData = Readonly<Record<string, unknown>>;

/**
 * Whose streams a field of an event names, in whatever depth it stands. Employers and projects are not among them: their streams tell of
 * many people who have nothing to do with the claim, and a calculation stores what it rests on of them. Nor are other claims.
 */
const STREAMS_NAMED: Readonly<Record<string, readonly string[]>> = {
  participantId: ['participant', 'contribution', 'employment', 'death', 'docket', 'review'],
  survivorId: ['participant', 'contribution', 'employment', 'death'],
  membershipId: ['membership', 'wages'],
  accidentId: ['accident', 'billing'],
  paperId: ['paper'],
  facilityId: ['facility'],
  receivableId: ['receivable'],
};

/** A facility has many patients: nothing that its own events name belongs to this claim. */
const ENDS = ['facility-'];

/** The streams that an event leads to: those of the things that it names, and of the payments and scholarships that follow from it. */
export function streamsNamedBy({
  id,
  streamId,
  type,
  data,
}: Pick<KeptEvent, 'id' | 'streamId' | 'type'> & { readonly data: OpenData }): readonly string[] {
  if (ENDS.some((prefix) => streamId.startsWith(prefix))) return [];
  const named: string[] = [];
  collect(data, named);
  const payouts = payoutsFollowing({ id, type, data });
  return [...named, ...payouts.map((payoutId) => `payout-${payoutId}`), ...scholarshipsOf(data)];
}

function collect(value: unknown, named: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, named);
  else if (typeof value === 'object' && value !== null) {
    for (const [field, held] of Object.entries(value)) {
      const categories = STREAMS_NAMED[field];
      if (categories && UUID.fits(held)) named.push(...categories.map((category) => `${category}-${held}`));
      else collect(held, named);
    }
  }
}

/** Of the children whom a decision entitles. */
function scholarshipsOf({ participantId, entitledChildren }: OpenData): readonly string[] {
  if (!UUID.fits(participantId) || !Array.isArray(entitledChildren)) return [];
  return (entitledChildren as readonly { readonly childId: string }[]).map(
    ({ childId }) => `scholarship-${scholarshipIdOf({ participantId, childId })}`,
  );
}
