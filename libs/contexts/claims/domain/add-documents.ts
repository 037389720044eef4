import type { CommandContext } from '#kernel';
import type { ClaimDocument, ClaimEvent } from './claim.events.js';
import type { ClaimFacts } from './claim-facts.js';
import type { ClaimState } from './claim.js';
import { requireClaim } from './require-claim.js';
import { documentsVerdict, needsOf } from './submit-claim.js';

export interface AddDocumentsInput {
  readonly claimId: string;
  readonly documents: readonly ClaimDocument[];
}

/**
 * Takes missing documents in and says whether the claim is complete now.
 * @throws Rejection `CLAIM_NOT_FOUND`, or `CLAIM_<SITUATION>` when nothing is missing any more
 */
export function addDocuments(
  { claimId, documents }: AddDocumentsInput,
  facts: ClaimFacts,
  state: ClaimState,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  const incomplete = requireClaim(state, 'INCOMPLETE');
  const { participantId } = incomplete;
  return [
    { type: 'DocumentsReceived', data: { claimId, participantId, documents, effectiveOn: today } },
    documentsVerdict(incomplete, needsOf(facts), [...incomplete.documents, ...documents], today),
  ];
}
