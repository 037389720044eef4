import { type CommandContext, enforce } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn } from './claim.js';
import { DENIAL_POLICIES } from './policies/decision.policies.js';
import type { Basis } from './programme.js';

export interface DenyClaimInput {
  readonly claimId: string;
}

/**
 * Denies a claim that the law refuses (penolakan klaim), naming the rule and its article.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, or the code of the first denial policy that objects
 */
export function denyClaim(
  { claimId }: DenyClaimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['CALCULATED']);
  const { participantId, assessment } = claim;
  enforce(DENIAL_POLICIES, { claim, basis, deciderId: actor.id });
  return [
    {
      type: 'ClaimDenied',
      data: {
        claimId,
        participantId,
        deciderId: actor.id,
        ...(assessment.refusal ?? basis.programme.nothingPayable),
        effectiveOn: today,
      },
    },
  ];
}
