import type { Caused, Process } from '#kernel';
import type { ClaimApproved, DifferenceApproved } from '#contexts/claims/facts';
import type { EndEntitlementInput } from '../domain/end-entitlement.js';
import type { ScholarshipGrant } from '../domain/grant-scholarship.js';

/**
 * An approved claim of a death or a total disability gives its entitled children the right to a scholarship; what it comes to by a
 * re-assessment may give them none any more.
 */
export const scholarshipGrants: Process<
  ClaimApproved | DifferenceApproved,
  { readonly GrantScholarship: ScholarshipGrant; readonly EndEntitlement: EndEntitlementInput }
> = {
  name: 'scholarship-grants',
  version: 1,
  categories: ['claim'],
  on: {
    ClaimApproved: grantsOf,
    DifferenceApproved: (event) => [...grantsOf(event), ...endsOf(event)],
  },
};

/** Of each child to which the claim gives none any more. */
function endsOf({ data }: Caused<DifferenceApproved>) {
  const {
    claimId,
    participantId,
    approverId: enderId,
    effectiveOn: endedOn,
    noLongerEntitledIds = [],
  } = data;
  return noLongerEntitledIds.map((childId) => ({
    key: childId,
    command: 'EndEntitlement' as const,
    input: { claimId, participantId, childId, enderId, endedOn },
  }));
}

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
