import { type CommandContext, type LocalDate, Rejection, enforce } from '#kernel';
import type { FacilityAccount, FacilityEvent } from './facility.events.js';
import { type FacilityState, knownAgreement } from './facility.js';
import type { PlkkTerms } from './plkk-terms.js';
import { termsAreOneEach } from './policies/agreement.policies.js';
import { AMENDMENT_POLICIES, changesTerms } from './policies/stop.policies.js';
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
  /** Where its invoices are paid from then on; absent where that stays as it was. */
  readonly account?: FacilityAccount;
}

/**
 * The first of two signatures under an addendum that changes what was agreed with a PLKK, from a day on: services, tariff, beds,
 * whether it registers workers and takes payments, or where it is paid. It may count from a day that is past, as addenda are often
 * signed after they begin: what was decided by then stands. An account takes the place of the former one with the second signature,
 * also after the agreement: what was billed under it is still paid.
 * @throws Rejection `FACILITY_NOT_FOUND`, `AGREEMENT_NOT_FOUND`, `AGREEMENT_UNSIGNED`, `AMENDMENT_CHANGES_NOTHING`, or the code of the
 *   first amendment policy that objects
 */
export function amendPlkkAgreement(
  { from, terms, account, ...paper }: AmendPlkkAgreementInput,
  state: FacilityState,
  context: CommandContext,
): readonly FacilityEvent[] {
  const said = { from, terms, ...(account && { account }) };
  requireAmendable({ agreementId: paper.agreementId, ...said }, state, context);
  return [proposalMade(paper, { kind: 'AMENDMENT', ...said }, context)];
}

/**
 * Whether other terms or another account can be agreed, by what is agreed and what day it is now.
 * @throws Rejection as `amendPlkkAgreement`
 */
export function requireAmendable(
  { agreementId, ...said }: Omit<AmendPlkkAgreementInput, 'facilityId' | 'reference'>,
  state: FacilityState,
  { today }: Pick<CommandContext, 'today'>,
): void {
  const agreement = knownAgreement(state, agreementId);
  if (!said.account && !changesTerms(said)) throw new Rejection(facilityRefusals.AMENDMENT_CHANGES_NOTHING());
  enforce(AMENDMENT_POLICIES, { agreement, today, ...said });
  enforce([termsAreOneEach], said);
}
