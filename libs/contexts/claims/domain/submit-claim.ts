import { type CommandContext, type Policy, enforce, inSituation, officeTakingIn } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { Claimant, ClaimantPerson, DocumentKind } from './handed-in.events.js';
import type { ClaimState } from './claim.js';
import { type Basis, entitledTo } from './programme.js';
import { handedInRefusals } from './handed-in.refusals.js';
import { verdictOn } from './treatment.js';

/** A document as it is handed in; `reference` is its number or its place in the archive. */
export interface HandedIn {
  readonly kind: DocumentKind;
  readonly reference: string;
  /** The file of it. */
  readonly paperId?: string;
}

export interface SubmitClaimInput {
  readonly claimId: string;
  /** Code of the programme. */
  readonly programme: string;
  readonly participantId: string;
  readonly accidentId?: string;
  readonly projectId?: string;
  readonly claimant: Claimant;
  readonly documents: readonly HandedIn[];
  readonly person: ClaimantPerson;
}

/** Who wants to claim, and what it rests on. */
export interface ClaimantGrounds {
  readonly basis: Basis;
  readonly claimant: Claimant;
}

/** Whoever hands a claim in, and whoever takes it over. */
export const claimedByWhoeverIsEntitled: Policy<ClaimantGrounds> = {
  name: 'claimed-by-whoever-is-entitled',
  check: ({ basis, claimant }) => {
    const entitled = entitledTo(basis);
    return claimant === entitled ? undefined : handedInRefusals.NOT_ENTITLED_TO_CLAIM({ entitled });
  },
};

/**
 * Takes a claim in (pengajuan klaim) and says at once whether its documents are complete.
 * @throws Rejection `CLAIM_ALREADY_SUBMITTED`, the code of the programme for what cannot be claimed, or
 *   `NOT_ENTITLED_TO_CLAIM`, `OFFICE_NOT_NAMED`
 */
export function submitClaim(
  input: SubmitClaimInput,
  state: ClaimState,
  context: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const { today, actor } = context;
  inSituation(state, ['UNKNOWN'], ({ claimId }) => handedInRefusals.CLAIM_ALREADY_SUBMITTED({ claimId }));
  const { programme, facts } = basis;
  programme.claimable(facts, input.participantId);
  enforce([claimedByWhoeverIsEntitled], { basis, claimant: input.claimant });
  const { documents, references } = separated(input.documents);
  const submitted: ClaimEvent = {
    type: 'ClaimSubmitted',
    data: {
      ...input,
      documents,
      person: { ...input.person, references },
      eventDate: programme.eventDay(facts),
      office: officeTakingIn(actor),
      submitterId: actor.id,
      ...(actor.facilityId && { facilityId: actor.facilityId }),
      submittedOn: today,
      effectiveOn: today,
    },
  };
  return [submitted, ...verdictOn(input, basis, documents, context)];
}

/** What is open of documents, and what only the person's key opens. */
export function separated(handedIn: readonly HandedIn[]) {
  return {
    documents: handedIn.map(({ kind, paperId }) => ({ kind, ...(paperId && { paperId }) })),
    references: handedIn.map(({ reference }) => reference),
  };
}
