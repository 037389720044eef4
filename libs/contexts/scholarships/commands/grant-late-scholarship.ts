import { entitledByDeath } from '#contexts/claims/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import { type ScholarshipGrant, grantScholarship } from '../domain/grant-scholarship.js';
import { type ScholarshipState, scholarshipIdOf, scholarships } from '../domain/scholarship.js';
import type { NamedChild } from '../processes/late-children.js';

/** Only the process late-children sends it. Nothing follows where no death claim is approved, or it gives none. */
export const GrantLateScholarship = command(
  'GrantLateScholarship',
  scholarships,
  scholarshipIdOf,
  (child: NamedChild, state: ScholarshipState, _context: unknown, grant: ScholarshipGrant | undefined) =>
    grant ? grantScholarship({ ...grant, scholarshipId: scholarshipIdOf(child) }, state) : [],
  { facts: (_state, read, child) => grantFor(child, read) },
);

/** What the approved claim of a death would have granted the child. */
async function grantFor(
  { participantId, childId, namedOn }: NamedChild,
  read: Reading,
): Promise<ScholarshipGrant | undefined> {
  const approved = await entitledByDeath(read, participantId);
  const place = approved?.children.findIndex((child) => child.childId === childId) ?? -1;
  const child = approved?.children[place];
  if (!approved || !child) return undefined;
  const { claimId, eventDate } = approved;
  return { ...child, claimId, participantId, place: place + 1, eventDate, grantedOn: namedOn };
}
