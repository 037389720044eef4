import { type Received, countedFrom } from '#law';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimDocument, DocumentKind } from './handed-in.events.js';
import type { KnownDocument, Submitted } from './claim-state.js';
import { type Basis, payByOf } from './programme.js';

/** A claim, and which documents a person asks of it beside those of its programme, or does not ask of it. */
export type WhatIsAsked = Pick<Submitted, 'claimId' | 'participantId' | 'asked' | 'waived' | 'stop'>;

/** A document counts until it is refused. */
export type CountedDocument = ClaimDocument & Pick<KnownDocument, 'fault'>;

/** What the documents at hand amount to: either what is missing, or the start of the service clock. */
export function documentsVerdict(
  { claimId, participantId, asked = [], waived = [] }: WhatIsAsked,
  basis: Basis,
  documents: readonly CountedDocument[],
  received: Received,
): ClaimEvent {
  const { programme, facts } = basis;
  const { today } = received;
  const needed = [...new Set([...programme.papers(facts), ...asked])];
  const missing = notAmong(
    documents,
    needed.filter((kind) => !waived.includes(kind)),
  );
  if (missing.length > 0) {
    return { type: 'DocumentsRequested', data: { claimId, participantId, missing, effectiveOn: today } };
  }
  const payBy = payByOf(basis, countedFrom(received));
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
