import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, known, knownAgreement } from './facility.js';
import { EXTENSION_POLICIES } from './policies/agreement.policies.js';
import { proposalMade } from './propose.js';

export interface ExtendPlkkAgreementInput {
  readonly facilityId: string;
  readonly agreementId: string;
  /** Number of the addendum. */
  readonly reference: string;
  /** The new last day. */
  readonly validUntil: LocalDate;
}

/**
 * The first of two signatures under an addendum that moves the end of an agreement that still runs (adendum perjanjian).
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED`, or the code of the first extension policy that
 *   objects
 */
export function extendPlkkAgreement(
  { validUntil, ...paper }: ExtendPlkkAgreementInput,
  state: FacilityState,
  context: CommandContext,
): readonly FacilityEvent[] {
  requireExtendable({ agreementId: paper.agreementId, validUntil }, state, context);
  return [proposalMade(paper, { kind: 'EXTENSION', validUntil }, context)];
}

/**
 * Whether an agreement can be given another end, by what is agreed and what day it is now.
 * @throws Rejection as `extendPlkkAgreement`
 */
export function requireExtendable(
  { agreementId, validUntil }: Pick<ExtendPlkkAgreementInput, 'agreementId' | 'validUntil'>,
  state: FacilityState,
  { today }: Pick<CommandContext, 'today'>,
): void {
  const agreement = knownAgreement(state, agreementId);
  const others = known(state).agreements.filter((candidate) => candidate !== agreement);
  enforce(EXTENSION_POLICIES, { agreement, others, validUntil, today });
}
