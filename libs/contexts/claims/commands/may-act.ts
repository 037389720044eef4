import { correctorsSince, takersAround } from '#contexts/participants/facts';
import {
  type Actor,
  type CommandContext,
  type LocalDate,
  type Policy,
  type Reading,
  addDays,
  enforce,
  reachesOffice,
} from '#kernel';
import { whoDecidesRefusals } from '../domain/who-decides.refusals.js';
import { whoDecides } from '../domain/who-decides.js';

/** Whoever has corrected data of somebody decides none of their claims for so many days (reference 6.2). */
const DAYS_AFTER_CORRECTION = 90;

/** Whoever registered somebody, or took a payment, decides no claim for an event so near to it (reference 6.2). */
const DAYS_AROUND_EVENT = 90;

/** What the rules about who acts on a claim look at. */
interface ActingGrounds {
  readonly actor: Actor;
  readonly interestedIds: readonly string[];
}

interface DecidingGrounds extends ActingGrounds {
  readonly office: string;
  /** Subjects of those who have corrected data of the participant lately, or merged them. */
  readonly correctorIds: readonly string[];
  /** Subjects of those who registered the participant, or took a payment, near to the event. */
  readonly takerIds: readonly string[];
  readonly today: LocalDate;
}

const notByWhoeverHasAnInterest: Policy<ActingGrounds> = {
  name: 'not-by-whoever-has-an-interest',
  check: ({ actor, interestedIds }) =>
    interestedIds.includes(actor.id) ? whoDecidesRefusals.INTEREST_DECLARED() : undefined,
};

const atItsOffice: Policy<DecidingGrounds> = {
  name: 'at-its-office',
  check: ({ actor, office, today }) =>
    reachesOffice(actor, office, today) ? undefined : whoDecidesRefusals.NOT_OF_YOUR_OFFICE(),
};

const notByWhoeverCorrected: Policy<DecidingGrounds> = {
  name: 'not-by-whoever-corrected',
  check: ({ actor, correctorIds }) =>
    correctorIds.includes(actor.id)
      ? whoDecidesRefusals.CORRECTOR_CANNOT_DECIDE({ days: DAYS_AFTER_CORRECTION })
      : undefined,
};

const notByWhoeverTookThemIn: Policy<DecidingGrounds> = {
  name: 'not-by-whoever-took-them-in',
  check: ({ actor, takerIds }) =>
    takerIds.includes(actor.id)
      ? whoDecidesRefusals.REGISTRAR_CANNOT_DECIDE({ days: DAYS_AROUND_EVENT })
      : undefined,
};

/** In this order; the first refusal wins. */
const ACTING_POLICIES: readonly Policy<ActingGrounds>[] = [notByWhoeverHasAnInterest];

/** In this order; the first refusal wins. */
const DECIDING_POLICIES: readonly Policy<DecidingGrounds>[] = [
  notByWhoeverHasAnInterest,
  atItsOffice,
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
  const { interestedIds } = await read.state(whoDecides, claimId);
  enforce(ACTING_POLICIES, { actor, interestedIds });
}

/**
 * A claim is decided at the office that took it in, or above the branches, and not by whoever has corrected what it rests on, nor by
 * whoever registered the participant or took a payment near to the event.
 * @throws Rejection `INTEREST_DECLARED`, `NOT_OF_YOUR_OFFICE`, `CORRECTOR_CANNOT_DECIDE`, `REGISTRAR_CANNOT_DECIDE`
 */
export async function mayDecide(
  _claim: unknown,
  read: Reading,
  { claimId }: OfClaim,
  { actor, today }: CommandContext,
): Promise<void> {
  const { claim, interestedIds } = await read.state(whoDecides, claimId);
  if (!claim) return;
  const since = addDays(today, -DAYS_AFTER_CORRECTION);
  const { participantId, eventDate, office } = claim;
  const [correctorIds, takerIds] = await Promise.all([
    correctorsSince(read, participantId, since),
    takersAround(read, participantId, eventDate, DAYS_AROUND_EVENT),
  ]);
  enforce(DECIDING_POLICIES, { actor, interestedIds, office, correctorIds, takerIds, today });
}
