import { mayDecideAt } from '#contexts/staff/facts';
import { type CommandContext, type Reading, Rejection } from '#kernel';
import { whoDecidesRefusals } from '../domain/who-decides.refusals.js';
import { whoDecides } from '../domain/who-decides.js';
import { jkkClaimId } from './claim-ids.js';

/**
 * What goes beside a claim, as what its payment owes for coming late, is decided at the office of the claim, and not by whoever has an
 * interest in it.
 * @throws Rejection `INTEREST_DECLARED`, `NOT_OF_YOUR_OFFICE`
 */
export async function requireMayDecideBeside(
  read: Reading,
  claimId: string,
  { actor, today }: CommandContext,
): Promise<void> {
  await requireNoInterest(read, claimId, { actor });
  const { claim } = await read.state(whoDecides, claimId);
  if (claim && !(await mayDecideAt(read, actor, { office: claim.office, day: today }))) {
    throw new Rejection(whoDecidesRefusals.NOT_OF_YOUR_OFFICE());
  }
}

/** The same of an invoice of an accident: the claim for that has an office, once it was handed in. */
export const requireMayDecideCare = (
  read: Reading,
  accidentId: string,
  context: CommandContext,
): Promise<void> => requireMayDecideBeside(read, jkkClaimId(accidentId), context);

/** Whoever has an interest in the claim of an accident acts on its invoices no more. @throws Rejection `INTEREST_DECLARED` */
export const requireNoInterestInCare = (
  read: Reading,
  accidentId: string,
  context: CommandContext,
): Promise<void> => requireNoInterest(read, jkkClaimId(accidentId), context);

async function requireNoInterest(
  read: Reading,
  claimId: string,
  { actor }: Pick<CommandContext, 'actor'>,
): Promise<void> {
  const { interestedIds } = await read.state(whoDecides, claimId);
  if (interestedIds.includes(actor.id)) throw new Rejection(whoDecidesRefusals.INTEREST_DECLARED());
}
