import { accidentInSight, facilitiesOfAccident } from '#contexts/accidents/facts';
import { idsOfPerson, participantInSight } from '#contexts/participants/facts';
import { type CommandContext, type Reading, requireSight, seesAll } from '#kernel';
import type { ClaimState } from '../domain/claim.js';
import { claimRefusals } from '../domain/refusals.js';
import type { SubmitClaimInput } from '../domain/submit-claim.js';

/**
 * A facility sees the claims that it handed in, and those for accidents of its patients.
 * @throws Rejection `CLAIM_NOT_FOUND` for the others
 */
export async function claimInSight(
  claim: ClaimState,
  read: Reading,
  _input: object,
  { actor }: CommandContext,
): Promise<void> {
  if (seesAll(actor)) return;
  const { facilityId, accidentId } = claim.situation === 'UNKNOWN' ? {} : claim;
  const treating = accidentId === undefined ? [] : await facilitiesOfAccident(read, accidentId);
  requireSight(actor, [facilityId, ...treating], claimRefusals.CLAIM_NOT_FOUND);
}

/**
 * The account of a claim is changed where the claim was handed in.
 * @throws Rejection as `claimInSight`, or `NOT_HANDED_IN_HERE`
 */
export async function ownClaim(
  claim: ClaimState,
  read: Reading,
  input: object,
  context: CommandContext,
): Promise<void> {
  await claimInSight(claim, read, input, context);
  const { facilityId } = claim.situation === 'UNKNOWN' ? {} : claim;
  requireSight(context.actor, [facilityId], claimRefusals.NOT_HANDED_IN_HERE);
}

/**
 * A facility claims for accidents of its patients, and for the deaths of those whom it registered.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `PARTICIPANT_NOT_FOUND` for the others
 */
export async function subjectInSight(
  _claim: ClaimState,
  read: Reading,
  { accidentId, participantId }: SubmitClaimInput,
  { actor }: CommandContext,
): Promise<void> {
  if (accidentId === undefined) return participantInSight(read, participantId, actor);
  const victimIds = await idsOfPerson(read, participantId);
  return accidentInSight(read, { accidentId, victimIds }, actor);
}
