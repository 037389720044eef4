import { type CommandContext, enforce } from '#kernel';
import type { ClaimAfterApproval } from './claim-after-approval.js';
import type { ClaimEvent } from './claim.events.js';
import type { Claimant, ClaimantPerson } from './handed-in.events.js';
import { type ClaimState, UNDECIDED, claimantOf, openClaimIn, ofSomebody } from './claim.js';
import { TAKEOVER_POLICIES } from './policies/takeover.policies.js';
import type { Basis } from './programme.js';
import { type HandedIn, separated } from './submit-claim.js';
import { verdictOn } from './treatment.js';

export interface TakeClaimOverInput {
  readonly claimId: string;
  readonly claimant: Claimant;
  /** Handed in now, beside those the claim has. */
  readonly documents: readonly HandedIn[];
  readonly person: ClaimantPerson;
}

/**
 * Lets the heir of a participant who died since claim in their place (pengalihan klaim), to an account of the heir's own; or one heir
 * in place of another who is not first in rank.
 * The claim stays where it is: approval asks whether what was calculated still holds.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, or the code of the first takeover policy
 *   that objects
 */
export function takeClaimOver(
  { claimId, claimant, documents: handedIn, person }: TakeClaimOverInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
  from: readonly ((typeof UNDECIDED)[number] | 'APPROVED')[] = UNDECIDED,
): readonly ClaimEvent[] {
  const { today, actor } = context;
  const claim = ofSomebody(openClaimIn(state, from));
  const { participantId } = claim;
  const { documents, references } = separated(handedIn);
  const all = [...claim.documents, ...documents];
  enforce(TAKEOVER_POLICIES, {
    basis,
    claimant,
    claimantSoFar: claimantOf(claim),
    claimantName: person.claimantName,
    documents: all,
  });
  const received: ClaimEvent = {
    type: 'DocumentsReceived',
    data: { claimId, participantId, documents, effectiveOn: today, person: { references } },
  };
  const takenOver: ClaimEvent = {
    type: 'ClaimTakenOver',
    data: { claimId, participantId, takerId: actor.id, claimant, effectiveOn: today, person },
  };
  return [
    ...(documents.length > 0 ? [received] : []),
    takenOver,
    ...(claim.situation === 'INCOMPLETE' ? verdictOn(claim, basis, all, context) : []),
  ];
}

/** The same; also of one that was approved while it is looked at again: the difference would go to the account of somebody who died since. */
export const takeOver = (
  input: TakeClaimOverInput,
  { claim, reassessment }: ClaimAfterApproval,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] =>
  takeClaimOver(input, claim, context, basis, reassessment ? [...UNDECIDED, 'APPROVED'] : UNDECIDED);
