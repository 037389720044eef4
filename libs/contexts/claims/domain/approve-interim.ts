import { type CommandContext, Rejection, authorityUsed, enforce } from '#kernel';
import { findingOf } from './assessment.js';
import { interimDue } from './calculate-interim.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claimIn, ofSomebody } from './claim.js';
import { type Interim, assessorsOf } from './interim.js';
import { interimRefusals } from './interim.refusals.js';
import { paidTo, paymentsFor } from './payments.js';
import { AUTHORITY_POLICIES, neededFor, ofTheWholeEvent } from './policies/authority.policies.js';
import { INTERIM_DECISION_POLICIES } from './policies/decision.policies.js';
import { type Basis, type ByDelegation, type OpenClaim, byDelegationOf } from './programme.js';
import { decisionRefusals } from './decision.refusals.js';

export interface InterimInput {
  readonly claimId: string;
}

/**
 * Approves what was calculated for a time of incapacity (persetujuan pembayaran berkala), by a second person, within their authority
 * over all that the claim has paid so far.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NO_INTERIM_FOUND`, `ASSESSOR_CANNOT_DECIDE`,
 *   the code of the first policy of such decisions that objects, `INTERIM_OUTDATED`, `INTERIM_TAKES_TWO`, `BEYOND_AUTHORITY`
 */
export function approveInterim(
  { claimId }: InterimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  basis: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(claimIn(state, ['INCOMPLETE', 'COMPLETE', 'WAITING']));
  const found = foundOf(claim);
  if (claim.interim && assessorsOf(claim.interim).includes(actor.id))
    throw new Rejection(decisionRefusals.ASSESSOR_CANNOT_DECIDE());
  const grounds = { claim, basis, deciderId: actor.id };
  enforce(INTERIM_DECISION_POLICIES, grounds);
  if (!holds(claim, found, basis)) throw new Rejection(interimRefusals.INTERIM_OUTDATED());
  const needed = neededFor(
    ofTheWholeEvent({ components: [], totalIdr: found.totalIdr }, claim, basis),
    today,
  );
  // What takes two persons waits for the end, where the first of two is remembered.
  if (needed.persons > 1) throw new Rejection(interimRefusals.INTERIM_TAKES_TWO());
  const by = { decider: actor, needed, ...byDelegationOf(basis) };
  enforce(AUTHORITY_POLICIES, by);
  const { participantId, programme, account } = claim;
  return [
    {
      type: 'InterimApproved',
      data: {
        claimId,
        participantId,
        programme,
        approverId: actor.id,
        totalIdr: found.totalIdr,
        payments: paymentsFor({ components: found.components }, basis, claim.heirs),
        payBy: found.payBy,
        authority: authorityUsed(by),
        effectiveOn: today,
        person: paidTo(account, claim.heirs),
      },
    },
  ];
}

/**
 * Does not approve it: it may be calculated again, or waits for the claim.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `NO_INTERIM_FOUND`
 */
export function dropInterim(
  { claimId }: InterimInput,
  state: ClaimState,
  { actor, today }: CommandContext,
  by: ByDelegation,
): readonly ClaimEvent[] {
  const claim = claimIn(state, ['INCOMPLETE', 'COMPLETE', 'WAITING']);
  foundOf(claim);
  const { participantId } = claim;
  return [
    {
      type: 'InterimDropped',
      data: { claimId, participantId, deciderId: actor.id, ...byDelegationOf(by), effectiveOn: today },
    },
  ];
}

/** @throws Rejection `NO_INTERIM_FOUND` */
function foundOf({ interim }: OpenClaim): NonNullable<Interim['found']> {
  if (!interim?.found) throw new Rejection(interimRefusals.NO_INTERIM_FOUND());
  return interim.found;
}

/** Whether it comes to the same, for the same payee. @throws Rejection as the programme's `interim` does */
function holds(claim: OpenClaim, found: NonNullable<Interim['found']>, basis: Basis): boolean {
  const { unable, components, totalIdr } = found;
  if (!unable) return false;
  const wageContinued = components.some(({ payee }) => payee === 'EMPLOYER');
  const now = findingOf(interimDue(claim, basis, { unable, wageContinued }));
  const payees = (of: typeof components) => of.map(({ code, payee }) => `${code} ${payee}`).join();
  return now.totalIdr === totalIdr && payees(now.components) === payees(components);
}
