import type { CoverageStatus, Segment } from '#law';
import { type CommandContext, type LocalDate, type Policy, enforce } from '#kernel';
import type { AccidentState, UnderWay } from './accident.js';
import type { PlkkFacts } from './policies/plkk.policies.js';
import { requireUnderWay } from './require-situation.js';

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
 * @throws Rejection as `requireUnderWay` does, or with the code of the first policy that objects
 */
export function permitLetter(
  policies: readonly Policy<PlkkFacts>[],
  { facilityId, ...input }: PlkkLetterInput,
  state: AccidentState,
  { agreementId = '', ...facts }: PlkkLetterFacts,
  { today }: CommandContext,
): PlkkLetter {
  const accident = requireUnderWay(state);
  const { issuedOn = today } = input;
  const eventDate = accident.occurredOn;
  enforce(policies, { ...facts, agreementId, accident, facilityId, issuedOn, today, eventDate });
  return { accident, agreementId, issuedOn };
}
