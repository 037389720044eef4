import { isRightRevoked, scholarshipByClaim } from '#contexts/claims/facts';
import { command } from '#runtime';
import { type ClaimOfChild, type ScholarshipGrant, grantScholarship } from '../domain/grant-scholarship.js';
import { type ScholarshipState, scholarshipIdOf, scholarships } from '../domain/scholarship.js';

/** Only the process scholarship-grants sends it: the right follows from an approved claim. */
export const GrantScholarship = command(
  'GrantScholarship',
  scholarships,
  scholarshipIdOf,
  (grant: ScholarshipGrant, state: ScholarshipState, context: unknown, claim: ClaimOfChild) =>
    grantScholarship({ ...grant, scholarshipId: scholarshipIdOf(grant) }, state, context, claim),
  {
    facts: async (_state, read, grant) => ({
      ...(await scholarshipByClaim(read, grant)),
      isRevoked: await isRightRevoked(read, grant),
    }),
  },
);
