import { derivedId } from '#event-store';

/**
 * The identity of a claim is what happened: one JKK claim for an accident, one JKM claim for a death.
 * So the log itself refuses a second claim for the same event.
 */
export const jkkClaimId = (accidentId: string) => derivedId('claim', 'JKK', accidentId);
export const jkmClaimId = (participantId: string) => derivedId('claim', 'JKM', participantId);
