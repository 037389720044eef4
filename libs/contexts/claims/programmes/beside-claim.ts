import { mayDecideAt } from '#contexts/staff/facts';
import { type CommandContext, type Reading, enforce } from '#kernel';
import { ACTING_POLICIES, DECIDING_POLICIES } from '../domain/policies/who-acts.policies.js';
import { jkkClaimId } from './claim-ids.js';
import { whoDecidesOn } from './interested.js';

/**
 * What rests on a claim, as its payment, a school year or a review of it, is decided at the office of the claim, and not by whoever has an
 * interest in it.
 * @param claimId undefined of what rests on none
 * @param accidentId of what rests on the claim for an accident, whether or not anybody has handed that in
 * @throws Rejection `INTEREST_DECLARED`, `NOT_OF_YOUR_OFFICE`
 */
export async function requireMayDecideBeside(
  read: Reading,
  claimId: string | undefined,
  { actor, today }: CommandContext,
  accidentId?: string,
): Promise<void> {
  if (claimId === undefined) return;
  const { claim, interestedIds } = await whoDecidesOn(read, claimId, accidentId);
  const isTheirOffice = !claim || (await mayDecideAt(read, actor, { office: claim.office, day: today }));
  enforce(DECIDING_POLICIES, { actor, interestedIds, isTheirOffice });
}

/**
 * Whoever has an interest in a claim acts on nothing that rests on it.
 * @param claimId undefined of what rests on none
 * @param accidentId of what rests on the claim for an accident, whether or not anybody has handed that in
 * @throws Rejection `INTEREST_DECLARED`
 */
export async function requireNoInterest(
  read: Reading,
  claimId: string | undefined,
  { actor }: Pick<CommandContext, 'actor'>,
  accidentId?: string,
): Promise<void> {
  if (claimId === undefined) return;
  const { interestedIds } = await whoDecidesOn(read, claimId, accidentId);
  enforce(ACTING_POLICIES, { actor, interestedIds });
}

/** The same of an invoice of an accident: the claim for that has an office, once it was handed in. */
export const requireMayDecideCare = (
  read: Reading,
  accidentId: string,
  context: CommandContext,
): Promise<void> => requireMayDecideBeside(read, jkkClaimId(accidentId), context, accidentId);

/** Whoever has an interest in the claim of an accident acts on its invoices no more. @throws Rejection `INTEREST_DECLARED` */
export const requireNoInterestInCare = (
  read: Reading,
  accidentId: string,
  context: CommandContext,
): Promise<void> => requireNoInterest(read, jkkClaimId(accidentId), context, accidentId);
