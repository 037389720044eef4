import type { Caused, Process } from '#kernel';
import type { ClaimApproved, DifferenceApproved } from '#contexts/claims/facts';
import type { ScholarshipGrant } from '../domain/grant-scholarship.js';

/** An approved claim of a death or a total disability gives its entitled children the right to a scholarship. */
export const scholarshipGrants: Process<
  ClaimApproved | DifferenceApproved,
  { readonly GrantScholarship: ScholarshipGrant }
> = {
  name: 'scholarship-grants',
  version: 1,
  categories: ['claim'],
  on: {
    ClaimApproved: grantsOf,
    DifferenceApproved: grantsOf,
  },
};

/** To each child in its place; one that has it already is granted nothing more. */
function grantsOf({ data }: Caused<ClaimApproved | DifferenceApproved>) {
  const { claimId, participantId, eventDate, effectiveOn, entitledChildren } = data;
  return entitledChildren.map(({ childId, school, asOf }, index) => ({
    key: childId,
    command: 'GrantScholarship' as const,
    input: {
      claimId,
      participantId,
      childId,
      place: index + 1,
      eventDate,
      ...(school ? { school } : {}),
      asOf,
      grantedOn: effectiveOn,
    },
  }));
}
