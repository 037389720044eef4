import { type CommandContext, type LocalDate, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, known, knownAgreement } from './facility.js';
import { EXTENSION_POLICIES } from './policies/agreement.policies.js';

export interface ExtendPlkkAgreementInput {
  readonly facilityId: string;
  readonly agreementId: string;
  /** Number of the addendum. */
  readonly reference: string;
  /** The new last day. */
  readonly validUntil: LocalDate;
}

/**
 * Moves the end of an agreement that still runs (adendum perjanjian).
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, or the code of the first extension policy that objects
 */
export function extendPlkkAgreement(
  input: ExtendPlkkAgreementInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  const others = known(state).agreements.filter((candidate) => candidate !== agreement);
  enforce(EXTENSION_POLICIES, { agreement, others, validUntil: input.validUntil, today });
  return [{ type: 'PlkkAgreementExtended', data: { ...input, effectiveOn: today } }];
}
