import { type BankAccount, type CommandContext, Rejection, enforce } from '#kernel';
import { type Holidays, addWorkingDays } from '#law';
import type { Claimant, ClaimDocument, ClaimEvent, Programme } from './claim.events.js';
import { type ClaimFacts, isForDeath } from './claim-facts.js';
import type { ClaimState } from './claim.js';
import { type DocumentNeeds, missingDocuments } from './documents.js';
import { SUBMISSION_POLICIES, eventDateOf } from './policies/submission.policies.js';

export interface SubmitClaimInput {
  readonly claimId: string;
  readonly programme: Programme;
  readonly participantId: string;
  readonly accidentId?: string;
  readonly claimant: Claimant;
  readonly documents: readonly ClaimDocument[];
  readonly person: { readonly claimantName: string; readonly account: BankAccount };
}

/** Working days from complete documents to payment: PP 44/2015 Art. 37 (JKK) and Art. 40 (JKM). */
const SERVICE_WORKING_DAYS: Readonly<Record<Programme, number>> = { JKK: 7, JKM: 3 };

/**
 * Takes a claim in (pengajuan klaim) and says at once whether its documents are complete.
 * @throws Rejection `CLAIM_ALREADY_SUBMITTED`, or the code of the first submission policy that objects
 */
export function submitClaim(
  input: SubmitClaimInput,
  facts: ClaimFacts,
  state: ClaimState,
  { today, actor }: CommandContext,
): readonly ClaimEvent[] {
  if (state.situation !== 'UNKNOWN') {
    throw new Rejection('CLAIM_ALREADY_SUBMITTED', 'This event has been claimed already', {
      allowed: ['add documents to the existing claim'],
      facts: { claimId: state.claimId },
    });
  }
  enforce(SUBMISSION_POLICIES, { ...input, facts, today });
  const submitted: ClaimEvent = {
    type: 'ClaimSubmitted',
    data: {
      ...input,
      eventDate: eventDateOf(facts),
      office: actor.office,
      submittedOn: today,
      effectiveOn: today,
    },
  };
  return [submitted, documentsVerdict(input, needsOf(facts), input.documents, today)];
}

/** What the documents at hand amount to: either what is missing, or the start of the service clock. */
export function documentsVerdict(
  { claimId, participantId, programme }: Pick<SubmitClaimInput, 'claimId' | 'participantId' | 'programme'>,
  needs: DocumentNeeds,
  documents: readonly ClaimDocument[],
  today: CommandContext['today'],
  holidays: Holidays = [],
): ClaimEvent {
  const missing = missingDocuments(needs, documents);
  if (missing.length > 0) {
    return { type: 'DocumentsRequested', data: { claimId, participantId, missing, effectiveOn: today } };
  }
  const payBy = addWorkingDays(today, SERVICE_WORKING_DAYS[programme], holidays);
  return {
    type: 'ClaimCompleted',
    data: { claimId, participantId, completedOn: today, payBy, effectiveOn: today },
  };
}

/** Which documents these facts ask for. */
export function needsOf(facts: ClaimFacts): DocumentNeeds {
  return {
    programme: facts.programme,
    died: facts.programme === 'JKK' && isForDeath(facts),
    hasTransport: facts.programme === 'JKK' && Object.keys(facts.accident.transport).length > 0,
  };
}
