import { derivedId } from '#event-store';

/** The identity of a scholarship: one for each child of a claim, however often it is granted. */
export function scholarshipIdOf({ claimId, childId }: { claimId: string; childId: string }): string {
  return derivedId('scholarship', claimId, childId);
}
