import { type CommandContext, type Policy, enforce, inSituation } from '#kernel';
import { type Holidays, addWorkingDays } from '#law';
import type { Claimant, ClaimantPerson, ClaimDocument, ClaimEvent, DocumentKind } from './claim.events.js';
import type { KnownDocument, Submitted } from './claim-state.js';
import type { ClaimState } from './claim.js';
import { type Basis, entitledTo } from './programme.js';
import { claimRefusals } from './refusals.js';

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
    return claimant === entitled ? undefined : claimRefusals.NOT_ENTITLED_TO_CLAIM({ entitled });
  },
};

/**
 * Takes a claim in (pengajuan klaim) and says at once whether its documents are complete.
 * @throws Rejection `CLAIM_ALREADY_SUBMITTED`, the code of the programme for what cannot be claimed, or
 *   `NOT_ENTITLED_TO_CLAIM`
 */
export function submitClaim(
  input: SubmitClaimInput,
  state: ClaimState,
  { today, actor }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  inSituation(state, ['UNKNOWN'], ({ claimId }) => claimRefusals.CLAIM_ALREADY_SUBMITTED({ claimId }));
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
      office: actor.office,
      submitterId: actor.id,
      ...(actor.facilityId && { facilityId: actor.facilityId }),
      submittedOn: today,
      effectiveOn: today,
    },
  };
  return [submitted, documentsVerdict(input, basis, documents, today)];
}

/** What is open of documents, and what only the person's key opens. */
export function separated(handedIn: readonly HandedIn[]) {
  return {
    documents: handedIn.map(({ kind, paperId }) => ({ kind, ...(paperId && { paperId }) })),
    references: handedIn.map(({ reference }) => reference),
  };
}

/** A claim, and which documents a person asks of it beside those of its programme, or does not ask of it. */
export type WhatIsAsked = Pick<SubmitClaimInput, 'claimId' | 'participantId'> &
  Pick<Submitted, 'asked' | 'waived'>;

/** A document counts until it is refused. */
export type CountedDocument = ClaimDocument & Pick<KnownDocument, 'fault'>;

/** What the documents at hand amount to: either what is missing, or the start of the service clock. */
export function documentsVerdict(
  { claimId, participantId, asked = [], waived = [] }: WhatIsAsked,
  { programme, facts }: Basis,
  documents: readonly CountedDocument[],
  today: CommandContext['today'],
  holidays: Holidays = [],
): ClaimEvent {
  const needed = [...new Set([...programme.papers(facts), ...asked])];
  const missing = notAmong(
    documents,
    needed.filter((kind) => !waived.includes(kind)),
  );
  if (missing.length > 0) {
    return { type: 'DocumentsRequested', data: { claimId, participantId, missing, effectiveOn: today } };
  }
  const payBy = addWorkingDays(today, programme.serviceDays, holidays);
  return {
    type: 'ClaimCompleted',
    data: { claimId, participantId, completedOn: today, payBy, effectiveOn: today },
  };
}

/** The documents that are still missing, in the order of the list. */
export function notAmong(
  documents: readonly CountedDocument[],
  required: readonly DocumentKind[],
): DocumentKind[] {
  return required.filter((kind) => !documents.some((document) => document.kind === kind && !document.fault));
}
