import { type Reading, view } from '#kernel';
import { isClaimRevoked } from '#contexts/claims/facts';
import type { ScholarshipEvent } from './domain/scholarship.events.js';
import { scholarships } from './domain/scholarship.js';

/** What other contexts may know of scholarships: who was granted one, which year was approved, and where it is paid. */
export type {
  ScholarshipEvent,
  ScholarshipEvidenceSubmitted,
  ScholarshipGranted,
  ScholarshipYearApproved,
  ScholarshipYearDenied,
} from './domain/scholarship.events.js';

export { type ScholarshipState, scholarshipIdOf, scholarships, yearOf } from './domain/scholarship.js';
export { yearInputs } from './domain/year-inputs.js';
export { handsToldOfScholarships } from './domain/hands-told.js';
export { evidenceSteps, yearSteps } from './domain/scholarship-steps.js';

/** The claim from which a scholarship follows; undefined where there is none. */
export async function claimOfScholarship(read: Reading, scholarshipId: string): Promise<string | undefined> {
  const scholarship = await read.state(scholarships, scholarshipId);
  return scholarship.situation === 'UNKNOWN' ? undefined : scholarship.claimId;
}

/** Whether the death was taken back from which a scholarship follows. */
export async function isScholarshipRevoked(read: Reading, scholarshipId: string): Promise<boolean> {
  const scholarship = await read.state(scholarships, scholarshipId);
  return scholarship.situation !== 'UNKNOWN' && (await isClaimRevoked(read, scholarship));
}

const approvers = view<readonly string[], ScholarshipEvent>(scholarships, {
  initial: [],
  evolve: (state, { type, data }) =>
    type === 'ScholarshipYearApproved' ? [...state, data.approverId] : state,
});

/** Subjects of those who have approved school years of a scholarship: they do not pay it (reference 6.2). */
export const approversOfYears = (read: Reading, scholarshipId: string): Promise<readonly string[]> =>
  read.state(approvers, scholarshipId);
