import { localDate } from '#kernel';
import { TEST_ACTOR, testContext } from '#testing/decisions';
import type { DenialReason, InterestDeclared } from './claim-by-people.events.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, PARTICIPANT } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import type { DocumentKind } from './handed-in.events.js';

/** What the specs of what people decide share. */
export const today = testContext().today;

export const by = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: today };

export const on = (day: string) => testContext({ today: localDate(day) });

export const supervisor = (id = 'supervisor', day: string = today) =>
  testContext({ today: localDate(day), actor: { ...TEST_ACTOR, id, roles: ['supervisor'] } });

/** A claim whose documents are complete. */
export const open = [JKK_SUBMITTED, COMPLETED];

export const requested = (...missing: DocumentKind[]): ClaimEvent => ({
  type: 'DocumentsRequested',
  data: { ...by, missing },
});

export const proposed = (reason: DenialReason, proposerId = 'adjudicator'): ClaimEvent => ({
  type: 'DenialProposed',
  data: {
    ...by,
    proposerId,
    reason,
    person: { grounds: 'What was found, in some words', evidence: 'archive/evidence' },
  },
});

/** Somebody says that the claim is a relative's. @param accidentId the accident that the claim has to do with, where there is one */
export const interestDeclared = (accidentId?: string): InterestDeclared => ({
  type: 'InterestDeclared',
  data: { ...by, ...(accidentId && { accidentId }), declarerId: 'niece', interest: 'RELATIVE' },
});
