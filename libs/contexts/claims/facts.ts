import { deathFacts } from '#contexts/deaths/facts';
import { idsOfPerson, nthDeath, wasDeathRevoked } from '#contexts/participants/facts';
import type { LocalDate, Reading } from '#kernel';
import { assess } from './domain/assessment.js';
import type { EntitledChild } from './domain/claim.events.js';
import type { IdentifiedPayment } from './domain/decision.events.js';
import { claims, knownClaim } from './domain/claim.js';
import { claimsAfterApproval } from './domain/claim-after-approval.js';
import { type HeirPayment, paysHeirs, paysParticipant } from './domain/approvals.js';
import { dockets } from './domain/docket.js';
import { isRevokedFor } from './domain/event-revoked.js';
import { type Standstill, disputesOfHeirs } from './domain/days-in-dispute.js';
import type { Claimant } from './domain/handed-in.events.js';
import { type HeirsInDispute, heirsInDispute } from './domain/heirs-in-dispute.js';
import { childrenBy } from './domain/said-scholarship.js';
import { type PaymentStop, stopsOfPayment } from './domain/stopped-payment.js';
import { approvedForClaimant } from './domain/approved-for-claimant.js';
import { givenFor, scholarshipsByClaim } from './domain/scholarship-by-claim.js';
import { whoDecides } from './domain/who-decides.js';
import { handsOnData } from './programmes/hands-on-data.js';
import {
  OPEN_PROGRAMMES,
  basisOf,
  claimsOfDeath as claimsOfOneDeath,
  programmeOf,
} from './programmes/index.js';
import { whoDecidesOn } from './programmes/interested.js';

export { disputeSteps, objectionSteps } from './domain/after-decision-steps.js';
export { claimSteps, reassessmentSteps } from './domain/claim-steps.js';
export { PROGRAMME_CODES } from './programmes/index.js';
export {
  requireMayDecideBeside,
  requireMayDecideCare,
  requireNoInterest,
  requireNoInterestInCare,
} from './programmes/beside-claim.js';
export { doubtSteps } from './domain/doubt-steps.js';
export { handsToldOfClaims } from './domain/hands-told.js';
export { type EventOfClaim, eventsToldOfClaims } from './domain/event-told.js';
export { DAYS_AFTER_CORRECTION, DAYS_AROUND_EVENT } from './programmes/hands-on-data.js';
export { jkkClaimId as claimOfAccident } from './programmes/claim-ids.js';
export { interimSteps } from './domain/interim-steps.js';
export type { InterimApproved, InterimPaidTooMuch } from './domain/interim.events.js';
export { type ClaimantContact, contactOfClaim } from './domain/claimant-contact.js';
export { type ComparedWithLaw, CAUSES, askedAgain, comparedWithLaw } from './domain/computed-again.js';
export {
  type Computation,
  type LawGave,
  arithmeticOf,
  isComputed,
  lawGave,
} from './domain/kept-calculation.js';
export { cashAndCare } from './domain/policies/authority.policies.js';
export { letterIdOf } from './domain/letter-id.js';
export { notDueIn } from './domain/more-than-approved.js';
export {
  type ClaimStandstill,
  type PaymentOfClaim,
  STANDING_STILL,
  STANDSTILL_TYPES,
  notToBePaid,
  standstills,
} from './domain/standstill.js';
export { type PaymentStop, STOPPED_NO_MORE, stopSteps, stopsPayment } from './domain/stopped-payment.js';
export type { DisputeEnded, DisputeReported, ObjectionAnswered } from './domain/after-decision.events.js';
export type {
  HeirDeathRevoked,
  HeirsEstablished,
  HeirsWanted,
  HeirsWantedNoMore,
  NobodyInherits,
} from './domain/heirs.events.js';
export type { ClaimTakenOver } from './domain/handed-in.events.js';
export type { ClaimHeld } from './domain/arrears.events.js';
export type { BenefitCalculated, ClaimEvent, EntitledChild } from './domain/claim.events.js';
export type { ApprovedPayment, ClaimApproved, ClaimDenied } from './domain/decision.events.js';
export type { ClaimSubmitted, DocumentsReceived, DocumentsRequested } from './domain/handed-in.events.js';
export type { WaitBegun } from './domain/left-to-people.events.js';
export type { DifferenceApproved } from './domain/reassessment.events.js';

/** A claim that was approved for a death, and the children it entitles by the facts as they are now. */
export interface EntitlingClaim {
  readonly claimId: string;
  readonly eventDate: LocalDate;
  /** In the order of registration, those who were named after the approval too. */
  readonly children: readonly EntitledChild[];
}

/**
 * Reads from the log which children the death of a participant entitles, by the claim that gives them a scholarship: one that was approved
 * for the death, and gives none any more, leaves it to another. Nothing where none does.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, or as the programme's `assess` does
 */
export async function entitledByDeath(
  read: Reading,
  participantId: string,
): Promise<EntitlingClaim | undefined> {
  for (const claimId of await claimsOfDeath(read, participantId)) {
    const { claim, approved } = await read.state(claimsAfterApproval, claimId);
    if (claim.situation !== 'APPROVED') continue;
    // What was recorded since may give one by this claim: that is approved first.
    if (approved?.withoutScholarship) continue;
    const basis = await basisOf(read, claim);
    const children = approved?.scholarship
      ? childrenBy(approved.scholarship, basis)
      : assess(claim, basis).entitledChildren;
    if (children.length > 0) return { claimId, eventDate: claim.eventDate, children };
  }
  return undefined;
}

/** The claims that there may be for the death of a participant, under whichever id. */
async function claimsOfDeath(read: Reading, participantId: string): Promise<ReadonlySet<string>> {
  const { diedOfAccidentId } = await deathFacts(read, participantId);
  const ids = await idsOfPerson(read, participantId);
  const deaths = await Promise.all(ids.map(async (id) => ({ id, nth: await nthDeath(read, id) })));
  return new Set(
    OPEN_PROGRAMMES.flatMap((programme) =>
      deaths.flatMap(({ id, nth }) => programme.claimOfDeath?.(id, diedOfAccidentId, nth) ?? []),
    ),
  );
}

/** The claims that there may be for deaths of a participant from no accident, under whichever id: also for those that were taken back. */
export async function claimsOfEveryDeath(read: Reading, participantId: string): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const each = ids.map(async (id) => {
    const last = await nthDeath(read, id);
    return Array.from({ length: last }, (_none, before) => claimsOfOneDeath(id, before + 1)).flat();
  });
  return (await Promise.all(each)).flat();
}

/** What an approved claim says now of a scholarship of a child. */
export interface ScholarshipByClaim {
  /** Undefined where it never said anything of the child, as of one that was named later. */
  readonly says?: 'GIVEN' | 'NO_LONGER';
  /** Who approved it last. */
  readonly approverId?: string;
}

/** Whether a claim gives a child a scholarship by what was approved last, or does no longer. */
export async function scholarshipByClaim(
  read: Reading,
  { claimId, childId }: { readonly claimId: string; readonly childId: string },
): Promise<ScholarshipByClaim> {
  const { approverId, givenTo, noLongerEntitledIds } = await read.state(scholarshipsByClaim, claimId);
  if (approverId === undefined) return {};
  if (noLongerEntitledIds.includes(childId)) return { says: 'NO_LONGER', approverId };
  return givenTo.includes(childId) ? { says: 'GIVEN', approverId } : { approverId };
}

/** What another approved claim of the same participant entitles a child to: a disability and the death after it are one loss. */
export async function entitledByAnother(
  read: Reading,
  { claimId, participantId, childId }: { claimId: string; participantId: string; childId: string },
): Promise<(EntitledChild & { claimId: string; eventDate: LocalDate; place: number }) | undefined> {
  const others = [...(await docketOf(read, participantId)), ...(await claimsOfDeath(read, participantId))];
  for (const other of new Set(others)) {
    const { claim, approved } = await read.state(claimsAfterApproval, other);
    const isTheirs = claim.situation === 'APPROVED' && claim.participantId === participantId;
    const place = approved?.children.findIndex((one) => one.childId === childId) ?? -1;
    const child = approved?.children[place];
    if (other === claimId || !isTheirs || !child) continue;
    return { ...child, claimId: other, eventDate: claim.eventDate, place: place + 1 };
  }
  return undefined;
}

/** Whether what a claim is for did not happen after all, as far as somebody rests on it for whom it was approved, whoever claims since. */
export async function isClaimRevoked(
  read: Reading,
  { claimId, participantId }: { readonly claimId: string; readonly participantId: string },
  payee: Claimant,
): Promise<boolean> {
  if (!(await wasDeathRevoked(read, participantId))) return false;
  const claim = await read.state(claims, claimId);
  if (claim.situation === 'UNKNOWN') return false;
  return isRevokedFor(payee, await basisOf(read, claim));
}

/** The same of the right of a child to a scholarship: by the event that its grant rests on. */
export async function isRightRevoked(
  read: Reading,
  { childId, ...of }: { readonly claimId: string; readonly participantId: string; readonly childId: string },
): Promise<boolean> {
  return isClaimRevoked(read, of, givenFor(await read.state(scholarshipsByClaim, of.claimId), childId));
}
export { type HeirsInDispute, isWithoutHeir } from './domain/heirs-in-dispute.js';

/** Whether the heirs of a claim are paid what was approved for them. */
export const heirsOfClaim = (read: Reading, claimId: string): Promise<HeirsInDispute> =>
  read.state(heirsInDispute, claimId);

/** The payments of a claim that were approved and stand, each as far as it is due: those before the end of a treatment too. */
export async function paymentsStanding(
  read: Reading,
  claimId: string,
): Promise<readonly IdentifiedPayment[]> {
  const { claim, approved } = await read.state(claimsAfterApproval, claimId);
  if (claim.situation === 'UNKNOWN') return [];
  const { payments: interim = [] } = claim.interim ?? {};
  return approved ? [...interim, ...approvedForClaimant({ claim, approved }).payments] : interim;
}

/** The approvals of a claim that pay its participant: ids of their events. */
export const approvalsForParticipant = (read: Reading, claimId: string): Promise<readonly string[]> =>
  read.state(paysParticipant, claimId);

/** What was approved of a claim for heirs themselves. */
export const approvedForHeirs = (read: Reading, claimId: string): Promise<readonly HeirPayment[]> =>
  read.state(paysHeirs, claimId);

/** The claims of a participant that were approved, or were to be, under whichever id. */
export async function docketOf(read: Reading, participantId: string): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const begun = await Promise.all(ids.map((id) => read.state(dockets, id)));
  return [...new Set(begun.flat())];
}

export type { WantHeirsInput } from './domain/wanted-heirs.js';
export type { PaidHeir } from './domain/claim-state.js';
export { sharedOut } from './domain/payments.js';

/** When the share of an heir alone was not to be paid, who has died. */
export const shareStoodStill = async (
  read: Reading,
  claimId: string,
  heirId: string,
): Promise<readonly Standstill[]> => (await read.state(disputesOfHeirs, claimId)).ofHeirs?.[heirId] ?? [];

/** For what a claim waits before nothing of it is paid; undefined where it does not. */
export const stopOfClaim = async (read: Reading, claimId: string): Promise<PaymentStop | undefined> =>
  (await read.state(stopsOfPayment, claimId)).open;

/** Whose claim it is. @throws Rejection `CLAIM_NOT_FOUND` */
export async function participantOfClaim(read: Reading, claimId: string): Promise<string> {
  return knownClaim(await read.state(claims, claimId)).participantId;
}

export type { EndDoubtInput, RaiseDoubtInput } from './domain/doubts.js';
export type { OpenAgainInput } from './domain/open-again.js';
export { careDue, careInClaim } from './programmes/index.js';

/** Who decided on a claim, and who gave an account that it is paid to: neither pays it (reference 6.2). */
export async function handsOnClaim(
  read: Reading,
  claimId: string,
): Promise<{ readonly deciderIds: readonly string[]; readonly accountGiverIds: readonly string[] }> {
  const { deciderIds, accountGiverIds } = await read.state(whoDecides, claimId);
  return { deciderIds, accountGiverIds };
}

/** The calculator of the law that claims of a programme are assessed with, as requests name it. @throws for a code that no release has recorded */
export const calculatorOf = (programme: string): string => programmeOf(programme).calculator;

/** Where a claim was taken in, and who has an interest in it, or in another for the same death or accident. */
export async function standingOfClaim(
  read: Reading,
  claimId: string,
  accidentId?: string,
): Promise<{ readonly office?: string; readonly interestedIds: readonly string[] }> {
  const { claim, interestedIds } = await whoDecidesOn(read, claimId, accidentId);
  return { ...(claim && { office: claim.office }), interestedIds };
}

/**
 * Who does not work on a claim whoever else may (reference 6.2): those with an interest in it; and of its decision those who had a hand
 * in what it rests on.
 */
export async function barredFromClaim(
  read: Reading,
  claimId: string,
  {
    isDecided,
    today,
    accidentId,
  }: { readonly isDecided: boolean; readonly today: LocalDate; readonly accidentId?: string },
): Promise<readonly string[]> {
  const { claim, interestedIds } = await whoDecidesOn(read, claimId, accidentId);
  if (!claim || !isDecided) return interestedIds;
  const { correctorIds, takerIds } = await handsOnData(read, { ...claim, today });
  return [...interestedIds, ...correctorIds, ...takerIds];
}
