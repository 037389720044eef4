import { scholarshipByClaim } from '#contexts/claims/facts';
import { command } from '#runtime';
import type { ScholarshipByClaim } from '../domain/entitling-event.js';
import { type ScholarshipGrant, grantScholarship } from '../domain/grant-scholarship.js';
import { type ScholarshipState, scholarshipIdOf, scholarships } from '../domain/scholarship.js';

/** Only the process scholarship-grants sends it: the right follows from an approved claim. */
export const GrantScholarship = command(
  'GrantScholarship',
  scholarships,
  scholarshipIdOf,
  (grant: ScholarshipGrant, state: ScholarshipState, context: unknown, claim: ScholarshipByClaim) =>
    grantScholarship({ ...grant, scholarshipId: scholarshipIdOf(grant) }, state, context, claim),
  { facts: (_state, read, grant) => scholarshipByClaim(read, grant) },
);
