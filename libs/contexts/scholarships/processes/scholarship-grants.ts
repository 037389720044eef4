import type { Process } from '#kernel';
import type { ClaimApproved } from '#contexts/claims/facts';
import type { ScholarshipGrant } from '../domain/grant-scholarship.js';

/** An approved claim of a death or a total disability gives its entitled children the right to a scholarship. */
export const scholarshipGrants: Process<ClaimApproved, { readonly GrantScholarship: ScholarshipGrant }> = {
  name: 'scholarship-grants',
  version: 1,
  categories: ['claim'],
  on: {
    ClaimApproved: ({ data: { claimId, participantId, eventDate, effectiveOn, entitledChildren } }) =>
      entitledChildren.map(({ childId, school, asOf }, index) => ({
        key: childId,
        command: 'GrantScholarship',
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
      })),
  },
};
