import { type BankAccount, type CommandContext, enforce } from '#kernel';
import type { Claimant, ClaimDocument, ClaimEvent } from './claim.events.js';
import type { ClaimFacts } from './claim-facts.js';
import { type ClaimState, claimantOf } from './claim.js';
import { TAKEOVER_POLICIES } from './policies/takeover.policies.js';
import { requireClaim } from './require-claim.js';
import { documentsVerdict, needsOf } from './submit-claim.js';

export interface TakeClaimOverInput {
  readonly claimId: string;
  readonly claimant: Claimant;
  /** Handed in now, beside those the claim has. */
  readonly documents: readonly ClaimDocument[];
  readonly person: { readonly claimantName: string; readonly account: BankAccount };
}

/**
 * Lets the heir of a participant who died since claim in their place (pengalihan klaim), to an account of the heir's own.
 * The claim stays where it is: approval asks whether what was calculated still holds.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, or the code of the first takeover policy that objects
 */
export function takeClaimOver(
  { claimId, claimant, documents, person }: TakeClaimOverInput,
  facts: ClaimFacts,
  state: ClaimState,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = requireClaim(state, 'INCOMPLETE', 'COMPLETE', 'HELD', 'CALCULATED');
  const { participantId } = claim;
  const all = [...claim.documents, ...documents];
  enforce(TAKEOVER_POLICIES, { facts, claimant, claimantSoFar: claimantOf(claim), documents: all });
  const received: ClaimEvent = {
    type: 'DocumentsReceived',
    data: { claimId, participantId, documents, effectiveOn: today },
  };
  const takenOver: ClaimEvent = {
    type: 'ClaimTakenOver',
    data: { claimId, participantId, claimant, effectiveOn: today, person },
  };
  return [
    ...(documents.length > 0 ? [received] : []),
    takenOver,
    ...(claim.situation === 'INCOMPLETE' ? [documentsVerdict(claim, needsOf(facts), all, today)] : []),
  ];
}
