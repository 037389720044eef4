import { derivedId } from '#event-store';
import type { ScholarshipGrant } from './processes/scholarship-grants.js';

/**
 * The identity of a scholarship is the child's: a total disability and the death that follows it, or two claims for one
 * death, give a child one right.
 */
export function scholarshipIdOf({
  participantId,
  childId,
}: Pick<ScholarshipGrant, 'participantId' | 'childId'>): string {
  return derivedId('scholarship', participantId, childId);
}

/** The id of grants that were recorded while each claim gave a right of its own; replaying those must meet them again. */
export function earlierScholarshipIdOf({ claimId, childId }: ScholarshipGrant): string {
  return derivedId('scholarship', claimId, childId);
}
