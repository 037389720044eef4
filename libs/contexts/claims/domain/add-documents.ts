import type { CommandContext } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { Basis } from './programme.js';
import { type HandedIn, separated } from './submit-claim.js';
import { verdictOn } from './treatment.js';

export interface AddDocumentsInput {
  readonly claimId: string;
  readonly documents: readonly HandedIn[];
}

/**
 * Takes missing documents in and says whether the claim is complete now (melengkapi dokumen).
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>` when nothing is missing any more, or `PERSONAL_DATA_ERASED`
 */
export function addDocuments(
  { claimId, documents: handedIn }: AddDocumentsInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { today } = context;
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE']));
  const { participantId } = claim;
  const { documents, references } = separated(handedIn);
  return [
    {
      type: 'DocumentsReceived',
      data: { claimId, participantId, documents, effectiveOn: today, person: { references } },
    },
    ...verdictOn(claim, basis, [...claim.documents, ...documents], context),
  ];
}
