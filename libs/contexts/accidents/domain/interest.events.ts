import type { DomainEvent, LocalDate } from '#kernel';

/**
 * Whoever works on cases has an interest in the claim of this accident (benturan kepentingan), as they have said there: they decide
 * nothing of the accident.
 */
export type InterestNoted = DomainEvent<
  'InterestNoted',
  {
    accidentId: string;
    participantId: string;
    /** The claim of which they said so. */
    claimId: string;
    /** Subject of the token of whoever said so. */
    declarerId: string;
    /** The day on which they said so. */
    effectiveOn: LocalDate;
  }
>;
