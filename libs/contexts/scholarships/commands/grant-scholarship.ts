import { StreamCommand, commandHandler } from '#runtime';
import { type ScholarshipGrant, grantScholarship } from '../domain/grant-scholarship.js';
import { scholarshipIdOf, scholarships } from '../domain/scholarship.js';

/** Only the process scholarship-grants sends it: the right follows from an approved claim. */
export class GrantScholarship extends StreamCommand<ScholarshipGrant> {
  readonly commandName = 'GrantScholarship';
}

export const GrantScholarshipHandler = commandHandler(
  GrantScholarship,
  scholarships,
  scholarshipIdOf,
  (grant, state) => grantScholarship({ ...grant, scholarshipId: scholarshipIdOf(grant) }, state),
);
