import { nthDeath } from '#contexts/participants/facts';
import { type Reading, derivedId } from '#kernel';

/** One claim for an accident. The id is stored, so its parts never change. */
export const jkkClaimId = (accidentId: string) => derivedId('claim', 'JKK', accidentId);

/**
 * One claim for a death. The id is stored, so its parts never change.
 * @param nth the how many-th death, where those before were reported by mistake: the claims for them are others
 */
export const jkmClaimId = (participantId: string, nth = 1) =>
  derivedId('claim', 'JKM', participantId, ...(nth > 1 ? [String(nth)] : []));

/** The claim for the death of somebody that is not taken back. */
export const presentJkmClaim = async (read: Reading, participantId: string): Promise<string> =>
  jkmClaimId(participantId, await nthDeath(read, participantId));
