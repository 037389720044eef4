import { type CommandContext, enforce } from '#kernel';
import type { SentBackFor } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import { PERSONAL_POLICIES } from './policies/decision.policies.js';
import { type ByDelegation, byDelegationOf } from './programme.js';

export interface SendBackInput {
  readonly claimId: string;
  readonly lookAt: SentBackFor;
  readonly question: string;
}

/**
 * Gives a calculated claim back to whoever calculates (pengembalian klaim), with a question. The service clock runs on.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, or the code of the first policy that objects
 */
export function sendBack(
  { claimId, lookAt, question }: SendBackInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  by: ByDelegation,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['CALCULATED']));
  enforce(PERSONAL_POLICIES, { claim, deciderId: actor.id });
  const { participantId } = claim;
  return [
    {
      type: 'ClaimSentBack',
      data: {
        claimId,
        participantId,
        deciderId: actor.id,
        ...byDelegationOf(by),
        lookAt,
        effectiveOn: today,
        person: { question },
      },
    },
  ];
}
