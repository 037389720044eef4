import { interestedInAccident } from '#contexts/accidents/facts';
import { accidentsEverTraced } from '#contexts/deaths/facts';
import type { Reading } from '#kernel';
import { type WhoDecides, whoDecides } from '../domain/who-decides.js';

/**
 * What tells who may act on a claim, and on what rests on it. Whoever has an interest in another claim for the same death, or for the same
 * accident, has it in this one: the accident knows of those of every claim that was ever for it, also where the death is not taken to
 * come from it any more.
 * @param accidentId what rests on the claim may be there before anybody has handed that in, as an invoice of its accident
 */
export async function whoDecidesOn(read: Reading, claimId: string, accidentId?: string): Promise<WhoDecides> {
  const state = await read.state(whoDecides, claimId);
  const traced = state.claim ? await accidentsEverTraced(read, state.claim.participantId) : [];
  const accidentIds = [accidentId, state.claim?.accidentId, ...traced].filter((id) => id !== undefined);
  const beside = await Promise.all([...new Set(accidentIds)].map((id) => interestedInAccident(read, id)));
  return { ...state, interestedIds: [...new Set([...state.interestedIds, ...beside.flat()])] };
}
