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
