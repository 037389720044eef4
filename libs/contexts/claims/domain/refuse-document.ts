import { type CommandContext, Rejection } from '#kernel';
import type { DocumentFault } from './claim-by-people.events.js';
import type { ClaimEvent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { Basis } from './programme.js';
import { handedInRefusals } from './handed-in.refusals.js';
import { documentsVerdict } from './documents-verdict.js';

export interface RefuseDocumentInput {
  readonly claimId: string;
  readonly kind: DocumentKind;
  readonly fault: DocumentFault;
}

/**
 * Says that a document does not count (penolakan dokumen). Where the claim needs one of its kind it is incomplete again; one that
 * waits for somebody else waits on, and is asked for it after that.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `DOCUMENT_NOT_THERE`
 */
export function refuseDocument(
  { claimId, kind, fault }: RefuseDocumentInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { actor, today } = context;
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE', 'COMPLETE', 'HELD', 'WAITING', 'CALCULATED']));
  const { participantId, documents } = claim;
  const left = documents.filter((document) => document.kind !== kind || document.fault);
  if (left.length === documents.length) throw new Rejection(handedInRefusals.DOCUMENT_NOT_THERE({ kind }));
  const verdict = documentsVerdict(claim, basis, left, context);
  return [
    {
      type: 'DocumentRefused',
      data: { claimId, participantId, refuserId: actor.id, kind, fault, effectiveOn: today },
    },
    // The end of a treatment asks for what is missing then, and so does the calculation after any other wait.
    ...(claim.situation !== 'WAITING' && verdict.type === 'DocumentsRequested' ? [verdict] : []),
  ];
}
