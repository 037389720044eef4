import type { CoverageStatus, Segment } from '#law';
import { type CommandContext, type LocalDate, type Policy, enforce } from '#kernel';
import { accidentUnderWay } from './accident.js';
import type { AccidentState, UnderWay } from './accident-state.js';
import type { LetterGrounds } from './policies/plkk.policies.js';

/** What a letter to a PLKK is asked for with. */
export interface PlkkLetterInput {
  readonly accidentId: string;
  readonly facilityId: string;
  /** Day of the letter; today when left out. */
  readonly issuedOn?: LocalDate;
}

/** What letters to a PLKK rest on beside the accident itself. */
export interface PlkkLetterFacts {
  readonly segment: Segment;
  /** Cover on the day of the accident. */
  readonly coverage: CoverageStatus;
  /** The agreement that makes the facility a PLKK on the day of the letter. */
  readonly agreementId?: string;
}

/** A letter that nothing speaks against. */
export interface PlkkLetter {
  readonly accident: UnderWay;
  readonly agreementId: string;
  readonly issuedOn: LocalDate;
}

/**
 * Holds a letter to a PLKK against the policies of its kind.
 * @throws Rejection as `accidentUnderWay` does, or with the code of the first policy that objects
 */
export function permitLetter(
  policies: readonly Policy<LetterGrounds>[],
  { facilityId, ...input }: PlkkLetterInput,
  state: AccidentState,
  { today }: CommandContext,
  { agreementId = '', ...facts }: PlkkLetterFacts,
): PlkkLetter {
  const accident = accidentUnderWay(state);
  const { issuedOn = today } = input;
  const eventDate = accident.occurredOn;
  enforce(policies, { ...facts, agreementId, accident, facilityId, issuedOn, today, eventDate });
  return { accident, agreementId, issuedOn };
}

/** Number of a letter: what it is, of which accident, and the how many-th: `R-3F2A9C01D4E7-1`. */
export function letterNumber(kind: 'R' | 'G' | 'P', accidentId: string, nth: number): string {
  return `${kind}-${accidentId.replaceAll('-', '').slice(0, 12).toUpperCase()}-${nth}`;
}
