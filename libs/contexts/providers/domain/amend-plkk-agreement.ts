import { type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import type { PlkkTerms } from './plkk-terms.js';
import { termsAreOneEach } from './policies/agreement.policies.js';
import { AMENDMENT_POLICIES } from './policies/stop.policies.js';
import { proposalMade } from './propose.js';
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
 * The first of two signatures under an addendum that changes what was agreed with a PLKK, from a day on: services, tariff, beds,
 * whether it registers workers and takes payments. It may count from a day that is past, as addenda are often signed after they
 * begin: what was decided by then stands.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED`, `AMENDMENT_CHANGES_NOTHING`, or the code of the
 *   first amendment policy that objects
 */
export function amendPlkkAgreement(
  { from, terms, ...paper }: AmendPlkkAgreementInput,
  state: FacilityState,
  context: CommandContext,
): readonly FacilityEvent[] {
  requireAmendable({ agreementId: paper.agreementId, from, terms }, state, context);
  return [proposalMade(paper, { kind: 'AMENDMENT', from, terms }, context)];
}

/**
 * Whether other terms can be agreed, by what is agreed and what day it is now.
 * @throws Rejection as `amendPlkkAgreement`
 */
export function requireAmendable(
  { agreementId, from, terms }: Pick<AmendPlkkAgreementInput, 'agreementId' | 'from' | 'terms'>,
  state: FacilityState,
  { today }: Pick<CommandContext, 'today'>,
): void {
  const agreement = knownAgreement(state, agreementId);
  if (Object.keys(terms).length === 0) throw new Rejection(facilityRefusals.AMENDMENT_CHANGES_NOTHING());
  enforce(AMENDMENT_POLICIES, { agreement, from, today });
  enforce([termsAreOneEach], { terms });
}
