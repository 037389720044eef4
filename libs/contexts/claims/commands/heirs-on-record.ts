import { registeredHeirs } from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import { claimantNames } from '../domain/claimant-name.js';
import { type ClaimState, knownClaim } from '../domain/claim.js';
import type { Basis } from '../domain/programme.js';
import { basisOf } from '../programmes/index.js';

/**
 * What a decision about who is paid rests on: also whom the participant has named as heirs, and who claims.
 * @throws Rejection `CLAIM_NOT_FOUND`, or as the programme's `facts` does
 */
export async function withHeirs(state: ClaimState, read: Reading): Promise<Basis> {
  const claim = knownClaim(state);
  const { claimantName } = await read.state(claimantNames, claim.claimId);
  const registered = await registeredHeirs(read, claim.participantId);
  return { ...(await basisOf(read, claim)), heirsOnRecord: { claimantName, registered } };
}
