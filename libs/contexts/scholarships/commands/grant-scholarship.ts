import { command } from '#runtime';
import { type ScholarshipGrant, grantScholarship } from '../domain/grant-scholarship.js';
import { type ScholarshipState, scholarshipIdOf, scholarships } from '../domain/scholarship.js';

/** Only the process scholarship-grants sends it: the right follows from an approved claim. */
export const GrantScholarship = command(
  'GrantScholarship',
  scholarships,
  scholarshipIdOf,
  (grant: ScholarshipGrant, state: ScholarshipState) =>
    grantScholarship({ ...grant, scholarshipId: scholarshipIdOf(grant) }, state),
);
