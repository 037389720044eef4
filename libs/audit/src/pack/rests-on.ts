import { noticeIdOf } from '#contexts/notices/facts';
import { payoutsFollowing } from '#contexts/payouts/facts';
import { scholarshipIdOf } from '#contexts/scholarships/facts';
import type { KeptEvent } from '#event-store';
import { UUID } from '#kernel';

/** What is read of an event that stays sealed: names of fields and ids stand in the open. */
export type OpenData = Readonly<Record<string, unknown>>;

/**
 * Whose streams a field of an event names, in whatever depth it stands. Projects are not among them: a calculation stores what it rests on
 * of them. Nor are other claims.
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

/** Whom only the claim, its accident and its receivables name: for whom somebody worked years before does not concern it. */
const NAMED_BY_THE_CASE: Readonly<Record<string, readonly string[]>> = {
  employerId: ['employer', 'dues'],
};

const THE_CASE = ['claim-', 'accident-', 'receivable-'];

/** These have many patients and workers: nothing that their own events name belongs to this claim. */
const ENDS = ['facility-', 'employer-', 'dues-'];

/** From events of these follow letters, and a notice of each. */
const WRITTEN = ['claim-', 'complaint-'];

const isOf = (prefixes: readonly string[], streamId: string): boolean =>
  prefixes.some((prefix) => streamId.startsWith(prefix));

/** The streams that an event leads to: those of the things that it names, and of the payments, scholarships and notices that follow from it. */
export function streamsNamedBy({
  id,
  streamId,
  type,
  data,
}: Pick<KeptEvent, 'id' | 'streamId' | 'type'> & { readonly data: OpenData }): readonly string[] {
  if (isOf(ENDS, streamId)) return [];
  const named: string[] = [];
  collect(data, isOf(THE_CASE, streamId) ? { ...STREAMS_NAMED, ...NAMED_BY_THE_CASE } : STREAMS_NAMED, named);
  if (isOf(WRITTEN, streamId)) named.push(`notice-${noticeIdOf(id)}`);
  const payouts = payoutsFollowing({ id, type, data });
  return [...named, ...payouts.map((payoutId) => `payout-${payoutId}`), ...scholarshipsOf(data)];
}

function collect(value: unknown, of: typeof STREAMS_NAMED, named: string[]): void {
  if (Array.isArray(value)) for (const one of value) collect(one, of, named);
  else if (typeof value === 'object' && value !== null) {
    for (const [field, held] of Object.entries(value)) {
      const categories = of[field];
      if (categories && UUID.fits(held)) named.push(...categories.map((category) => `${category}-${held}`));
      else collect(held, of, named);
    }
  }
}

/** Of the children whom a decision entitles, or no longer does. */
function scholarshipsOf({
  participantId,
  entitledChildren,
  noLongerEntitledIds,
}: OpenData): readonly string[] {
  if (!UUID.fits(participantId)) return [];
  const entitled = (Array.isArray(entitledChildren) ? entitledChildren : []) as readonly {
    childId: string;
  }[];
  const others = (Array.isArray(noLongerEntitledIds) ? noLongerEntitledIds : []) as readonly string[];
  return [...entitled.map(({ childId }) => childId), ...others].map(
    (childId) => `scholarship-${scholarshipIdOf({ participantId, childId })}`,
  );
}
