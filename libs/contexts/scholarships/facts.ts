import type { Reading } from '#kernel';
import { isClaimRevoked } from '#contexts/claims/facts';
import { scholarships } from './domain/scholarship.js';

/** What other contexts may know of scholarships: who was granted one, which year was approved, and where it is paid. */
export type { ScholarshipGranted, ScholarshipYearApproved } from './domain/scholarship.events.js';

export { evidenceSteps, yearSteps } from './domain/scholarship-steps.js';

/** Whether the death was taken back from which a scholarship follows. */
export async function isScholarshipRevoked(read: Reading, scholarshipId: string): Promise<boolean> {
  const scholarship = await read.state(scholarships, scholarshipId);
  return scholarship.situation !== 'UNKNOWN' && (await isClaimRevoked(read, scholarship));
}
