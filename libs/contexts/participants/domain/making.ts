import type { LocalDate } from '#kernel';
import type { Correctable, PendingCorrection, Person } from './correctable.js';
import type { CorrectionRequested, PersonDetails } from './correction.events.js';

/** Everything that a correction is made of. */
export interface Making {
  readonly proposal: PendingCorrection;
  readonly paper: Exclude<CorrectionRequested['data']['person'], { readonly erased: true }>;
  readonly known: Correctable;
  readonly person: Person;
  readonly today: LocalDate;
  /** Undefined while nobody else has confirmed it. */
  readonly confirmerId: string | undefined;
}

/** What every correction tells of itself. */
export const begun = ({ proposal, known, today }: Making) => ({
  participantId: known.participantId,
  correctionId: proposal.correctionId,
  evidence: proposal.evidence,
  requesterId: proposal.requesterId,
  effectiveOn: today,
});

/** These details of a person, where they are known. */
export function only(person: PersonDetails, details: readonly (keyof PersonDetails)[]): PersonDetails {
  return Object.fromEntries(
    details.flatMap((one) => (person[one] === undefined ? [] : [[one, person[one]]])),
  );
}
