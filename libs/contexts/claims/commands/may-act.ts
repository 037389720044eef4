import { mayDecideAt } from '#contexts/staff/facts';
import { type CommandContext, type Policy, type Reading, enforce } from '#kernel';
import type { ClaimState } from '../domain/claim.js';
import {
  ACTING_POLICIES,
  DECIDING_POLICIES,
  type DecidingGrounds,
} from '../domain/policies/who-acts.policies.js';
import { whoDecidesRefusals } from '../domain/who-decides.refusals.js';
import { claimInSight, ownClaim } from './in-sight.js';
import {
  DAYS_AFTER_CORRECTION,
  DAYS_AROUND_EVENT,
  type HandsOnData,
  handsOnData,
} from '../programmes/hands-on-data.js';
import { whoDecidesOn } from '../programmes/interested.js';

/** What the rules about who decides a claim itself look at. */
interface ClaimGrounds extends DecidingGrounds, HandsOnData {}

const notByWhoeverCorrected: Policy<ClaimGrounds> = {
  name: 'not-by-whoever-corrected',
  check: ({ actor, correctorIds }) =>
    correctorIds.includes(actor.id)
      ? whoDecidesRefusals.CORRECTOR_CANNOT_DECIDE({ days: DAYS_AFTER_CORRECTION })
      : undefined,
};

const notByWhoeverTookThemIn: Policy<ClaimGrounds> = {
  name: 'not-by-whoever-took-them-in',
  check: ({ actor, takerIds }) =>
    takerIds.includes(actor.id)
      ? whoDecidesRefusals.REGISTRAR_CANNOT_DECIDE({ days: DAYS_AROUND_EVENT })
      : undefined,
};

/** In this order; the first refusal wins. */
const CLAIM_POLICIES: readonly Policy<ClaimGrounds>[] = [
  ...DECIDING_POLICIES,
  notByWhoeverCorrected,
  notByWhoeverTookThemIn,
];

interface OfClaim {
  readonly claimId: string;
}

/** @throws Rejection `INTEREST_DECLARED` */
export async function mayAct(
  _claim: unknown,
  read: Reading,
  { claimId }: OfClaim,
  { actor }: CommandContext,
): Promise<void> {
  const { interestedIds } = await whoDecidesOn(read, claimId);
  enforce(ACTING_POLICIES, { actor, interestedIds });
}

/** Whoever sees a claim, and has no interest in it. @throws Rejection as `claimInSight` and `mayAct` do */
export async function actsInSight(
  claim: ClaimState,
  read: Reading,
  input: OfClaim,
  context: CommandContext,
): Promise<void> {
  await claimInSight(claim, read, input, context);
  await mayAct(claim, read, input, context);
}

/** Where the claim was handed in, whoever has no interest in it. @throws Rejection as `ownClaim` and `mayAct` do */
export async function actsOnOwn(
  claim: ClaimState,
  read: Reading,
  input: OfClaim,
  context: CommandContext,
): Promise<void> {
  await ownClaim(claim, read, input, context);
  await mayAct(claim, read, input, context);
}

/**
 * A claim is decided at the office that took it in, by whom that has delegated it to, or above the branches, and not by whoever has
 * corrected what it rests on, nor by whoever registered the participant or took a payment near to the event.
 * @throws Rejection `INTEREST_DECLARED`, `NOT_OF_YOUR_OFFICE`, `CORRECTOR_CANNOT_DECIDE`, `REGISTRAR_CANNOT_DECIDE`
 */
export async function mayDecide(
  _claim: unknown,
  read: Reading,
  { claimId }: OfClaim,
  { actor, today }: CommandContext,
): Promise<void> {
  const { claim, interestedIds } = await whoDecidesOn(read, claimId);
  if (!claim) return;
  const { participantId, eventDate, office } = claim;
  const [isTheirOffice, { correctorIds, takerIds }] = await Promise.all([
    mayDecideAt(read, actor, { office, day: today }),
    handsOnData(read, { participantId, eventDate, today }),
  ]);
  enforce(CLAIM_POLICIES, { actor, interestedIds, isTheirOffice, correctorIds, takerIds });
}
