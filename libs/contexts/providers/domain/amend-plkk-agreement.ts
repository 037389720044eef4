import { type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import type { PlkkTerms } from './plkk-terms.js';
import { termsAreOneEach } from './policies/agreement.policies.js';
import { AMENDMENT_POLICIES } from './policies/stop.policies.js';
import { facilityRefusals } from './refusals.js';

export interface AmendPlkkAgreementInput {
  readonly facilityId: string;
  readonly agreementId: string;
  /** Number of the addendum. */
  readonly reference: string;
  /** The first day on which it counts. */
  readonly from: LocalDate;
  /** What is agreed anew. */
  readonly terms: Partial<PlkkTerms>;
}

/**
 * Changes what was agreed with a PLKK, from a day on (adendum): services, tariff, beds, whether it registers workers and takes
 * payments. It may count from a day that is past, as addenda are often signed after they begin: what was decided by then stands.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AMENDMENT_CHANGES_NOTHING`, or the code of the first amendment
 *   policy that objects
 */
export function amendPlkkAgreement(
  { from, ...input }: AmendPlkkAgreementInput,
  state: FacilityState,
  { today }: CommandContext,
): readonly FacilityEvent[] {
  const agreement = knownAgreement(state, input.agreementId);
  if (Object.keys(input.terms).length === 0)
    throw new Rejection(facilityRefusals.AMENDMENT_CHANGES_NOTHING());
  enforce(AMENDMENT_POLICIES, { agreement, from, today });
  enforce([termsAreOneEach], { terms: input.terms });
  return [{ type: 'PlkkAgreementAmended', data: { ...input, effectiveOn: from } }];
}
