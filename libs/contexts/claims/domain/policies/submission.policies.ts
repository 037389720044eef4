import { type LocalDate, type Policy, assertNever } from '#kernel';
import type { Claimant } from '../claim.events.js';
import { type ClaimFacts, entitledTo } from '../claim-facts.js';

/** What the submission rules look at. */
export interface SubmissionFacts {
  readonly facts: ClaimFacts;
  readonly participantId: string;
  readonly claimant: Claimant;
  readonly today: LocalDate;
}

const accidentIsTheParticipants: Policy<SubmissionFacts> = {
  name: 'accident-is-the-participants',
  check: ({ facts, participantId }) =>
    facts.programme === 'JKK' && facts.accident.participantId !== participantId
      ? { code: 'ACCIDENT_OF_ANOTHER', detail: 'The accident happened to another participant' }
      : undefined,
};

const deathWasReported: Policy<SubmissionFacts> = {
  name: 'death-was-reported',
  check: ({ facts }) =>
    facts.programme === 'JKM' && facts.participant.diedOn === undefined
      ? { code: 'DEATH_NOT_REPORTED', detail: 'A JKM claim follows the report of the death' }
      : undefined,
};

const deathIsNoWorkAccident: Policy<SubmissionFacts> = {
  name: 'death-is-no-work-accident',
  check: ({ facts }) =>
    facts.programme === 'JKM' && facts.participant.diedOfAccidentId !== undefined
      ? {
          code: 'DEATH_BY_WORK_ACCIDENT',
          detail: 'The death was traced to a work accident: JKK pays for it, not JKM',
          allowed: ['submit a JKK claim for the accident'],
        }
      : undefined,
};

/** Whoever hands a claim in, and whoever takes it over. */
export const claimedByWhoeverIsEntitled: Policy<Pick<SubmissionFacts, 'facts' | 'claimant'>> = {
  name: 'claimed-by-whoever-is-entitled',
  check: ({ facts, claimant }) => {
    const entitled = entitledTo(facts);
    return claimant === entitled
      ? undefined
      : { code: 'NOT_ENTITLED_TO_CLAIM', detail: `This claim belongs to the ${entitled.toLowerCase()}` };
  },
};

/** In this order; the first refusal wins. */
export const SUBMISSION_POLICIES: readonly Policy<SubmissionFacts>[] = [
  accidentIsTheParticipants,
  deathWasReported,
  deathIsNoWorkAccident,
  claimedByWhoeverIsEntitled,
];

/** The day in the world that chooses the law. */
export function eventDateOf(facts: ClaimFacts): LocalDate {
  switch (facts.programme) {
    case 'JKK':
      return facts.accident.occurredOn;
    case 'JKM':
      if (facts.participant.diedOn === undefined) throw new Error('No day of death');
      return facts.participant.diedOn;
    default:
      return assertNever(facts, 'programme');
  }
}
