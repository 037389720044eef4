import { Rejection } from '#kernel';
import type { ClaimIn, ClaimSituation, ClaimState } from './claim.js';

/** What can be done with a claim in each situation, for the message to somebody who tried something else. */
const ALLOWED: Readonly<Record<ClaimSituation, readonly string[]>> = {
  UNKNOWN: ['submit a claim'],
  INCOMPLETE: ['add documents'],
  COMPLETE: ['calculate the benefit'],
  HELD: ['calculate the benefit again once the arrears are settled'],
  CALCULATED: ['approve', 'deny', 'calculate the benefit again'],
  APPROVED: [],
  DENIED: [],
};

/**
 * The claim, if it is in one of these situations.
 * @throws Rejection `CLAIM_NOT_FOUND`, or `CLAIM_<SITUATION>` with what is allowed instead
 */
export function requireClaim<Situation extends ClaimSituation>(
  state: ClaimState,
  ...situations: readonly Situation[]
): ClaimIn<Situation> {
  if (situations.some((situation) => situation === state.situation)) return state as ClaimIn<Situation>;
  if (state.situation === 'UNKNOWN') throw new Rejection('CLAIM_NOT_FOUND', 'There is no such claim');
  const allowed = ALLOWED[state.situation];
  throw new Rejection(`CLAIM_${state.situation}`, `The claim is ${state.situation.toLowerCase()}`, {
    allowed: allowed.length > 0 ? allowed : ['nothing: the claim is decided'],
  });
}
