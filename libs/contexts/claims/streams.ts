import { derivedId } from '#event-store';

/** The stream of one claim. */
export const claimStream = (claimId: string) => `claim-${claimId}`;

/** The queue in which the JKK claims of one participant are approved (antrean persetujuan). */
export const docketStream = (participantId: string) => `docket-${participantId}`;

/**
 * The identity of a claim is what happened: one JKK claim for an accident, one JKM claim for a death.
 * So the log itself refuses a second claim for the same event.
 */
export const jkkClaimId = (accidentId: string) => derivedId('claim', 'JKK', accidentId);
export const jkmClaimId = (participantId: string) => derivedId('claim', 'JKM', participantId);
