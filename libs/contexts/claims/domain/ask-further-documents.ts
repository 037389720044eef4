import { type CommandContext, Rejection } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';
import { type ClaimIn, type ClaimState, claimIn, ofSomebody } from './claim.js';
import type { Basis } from './programme.js';
import { handedInRefusals } from './handed-in.refusals.js';
import { notAmong } from './documents-verdict.js';
import { verdictOn } from './treatment.js';

export interface AskFurtherDocumentsInput {
  readonly claimId: string;
  readonly kinds: readonly DocumentKind[];
}

/**
 * Asks for documents beside those that the programme asks of everybody (permintaan dokumen tambahan). The service clock stands
 * still until they are there. A claim that waits for somebody else waits on: the papers may come meanwhile, and what has not come is asked
 * for after that. What is asked for already is not asked for again.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `DOCUMENT_IS_THERE`
 */
export function askFurtherDocuments(
  { claimId, kinds }: AskFurtherDocumentsInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { actor, today } = context;
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE', 'COMPLETE', 'WAITING', 'CALCULATED']));
  const { participantId, documents, asked = [] } = claim;
  const needed = notAmong(documents, [...new Set(kinds)]);
  if (needed.length === 0) throw new Rejection(handedInRefusals.DOCUMENT_IS_THERE({ kinds }));
  const further = needed.filter((kind) => !isAskedFor(claim, kind));
  if (further.length === 0) return [];
  const waived = claim.waived?.filter((kind) => !further.includes(kind));
  return [
    {
      type: 'FurtherDocumentsAsked',
      data: { claimId, participantId, askerId: actor.id, kinds: further, effectiveOn: today },
    },
    ...(claim.situation === 'WAITING'
      ? []
      : verdictOn({ ...claim, asked: [...asked, ...further], waived }, basis, documents, context)),
  ];
}

/** Of a claim that waits for somebody else the end of the wait, or the calculation after it, asks for what is missing. */
function isAskedFor(
  claim: ClaimIn<'INCOMPLETE' | 'COMPLETE' | 'WAITING' | 'CALCULATED'>,
  kind: DocumentKind,
): boolean {
  if (claim.situation === 'INCOMPLETE') return claim.missing.includes(kind);
  return claim.situation === 'WAITING' && claim.asked?.includes(kind) === true;
}
