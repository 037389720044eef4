import type { CommandContext } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody } from './claim.js';
import { documentsVerdict } from './documents-verdict.js';
import type { Basis } from './programme.js';
import { type HandedIn, separated } from './submit-claim.js';
import { verdictOn } from './treatment.js';

export interface AddDocumentsInput {
  readonly claimId: string;
  readonly documents: readonly HandedIn[];
}

/**
 * Takes missing documents in and says whether the claim is complete now (melengkapi dokumen). One that waits for somebody else waits on:
 * what is missing of it may come meanwhile.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>` when nothing is missing any more, or `PERSONAL_DATA_ERASED`
 */
export function addDocuments(
  { claimId, documents: handedIn }: AddDocumentsInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { today } = context;
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE', 'WAITING']));
  if (claim.situation === 'WAITING' && isComplete(claim, basis, context)) claimIn(state, ['INCOMPLETE']);
  const { participantId } = claim;
  const { documents, references } = separated(handedIn);
  return [
    {
      type: 'DocumentsReceived',
      data: { claimId, participantId, documents, effectiveOn: today, person: { references } },
    },
    ...(claim.situation === 'WAITING'
      ? []
      : verdictOn(claim, basis, [...claim.documents, ...documents], context)),
  ];
}

const isComplete = (claim: ClaimIn<'WAITING'>, basis: Basis, context: CommandContext): boolean =>
  documentsVerdict(claim, basis, claim.documents, context).type === 'ClaimCompleted';
