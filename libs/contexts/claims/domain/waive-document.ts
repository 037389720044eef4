import { type CommandContext, Rejection, enforce } from '#kernel';
import type { WaiverGround } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import { notByWhoeverHandedItIn } from './policies/decision.policies.js';
import type { Basis } from './programme.js';
import { handedInRefusals } from './handed-in.refusals.js';
import { verdictOn } from './treatment.js';

export interface WaiveDocumentInput {
  readonly claimId: string;
  readonly kind: DocumentKind;
  readonly ground: WaiverGround;
}

/**
 * Lets a claim go on without a document that is missing (pembebasan dokumen).
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `SUBMITTER_CANNOT_DECIDE`,
 *   `DOCUMENT_NOT_MISSING`
 */
export function waiveDocument(
  { claimId, kind, ground }: WaiveDocumentInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { actor, today } = context;
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE']));
  enforce([notByWhoeverHandedItIn], { claim, deciderId: actor.id });
  const { participantId, missing, documents, waived = [] } = claim;
  if (!missing.includes(kind)) throw new Rejection(handedInRefusals.DOCUMENT_NOT_MISSING({ missing }));
  return [
    {
      type: 'DocumentWaived',
      data: { claimId, participantId, waiverId: actor.id, kind, ground, effectiveOn: today },
    },
    ...verdictOn({ ...claim, waived: [...waived, kind] }, basis, documents, context),
  ];
}
