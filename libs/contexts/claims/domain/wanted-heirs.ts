import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { HeirDeath, PaidHeir } from './claim-state.js';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimAfterDecision } from './claim-after-decision.js';
import { type ClaimAfterApproval, paysHeirsOf } from './claim-after-approval.js';
import { type KnownClaim, UNDECIDED, claimantOf, ofSomebody } from './claim.js';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import { deathMeant, deathsOf } from './heir-deaths.js';
import type { HeirsInDispute } from './heirs-in-dispute.js';
import { heirRefusals } from './heirs.refusals.js';
import type { Basis } from './programme.js';
import { heirsUntil, isGivenUp } from './terms.js';

export interface WantHeirsInput {
  readonly claimId: string;
}

export interface ReportHeirDeathInput {
  readonly claimId: string;
  readonly diedOn: LocalDate;
  /** The heir, of those who were established; where one alone is paid it need not be said. */
  readonly heirId?: string;
  /** Which of the heirs, in words. */
  readonly words: string;
  /** The certificate of death: its number, or where it lies in the archive. */
  readonly evidence: string;
}

/**
 * Has those looked for who are paid in place of a participant who died before the money arrived (ahli waris dicari). Asking again, or once
 * they are known, changes nothing.
 */
export function wantHeirs(
  { claimId }: WantHeirsInput,
  { participantId, wanted, areOpen, nobody, inPlaceOfParticipant }: HeirsInDispute,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  // What all inherit from an heir who died is looked for already: those of the participant are once that heir lives after all.
  const isAsked = wanted ? wanted.whoDied === 'PARTICIPANT' || wanted.ofParticipant : areOpen;
  if (participantId === undefined || isAsked || nobody || inPlaceOfParticipant) return [];
  const data = {
    claimId,
    participantId,
    whoDied: 'PARTICIPANT',
    until: heirsUntil(today),
    effectiveOn: today,
  } as const;
  return [{ type: 'HeirsWanted', data }];
}

/** Ends that, and whatever heirs were asked; and takes back who was recorded in place of a participant who lives after all. */
export function wantHeirsNoMore(
  { claimId }: WantHeirsInput,
  { participantId, wanted, areOpen, nobody, inPlaceOfParticipant }: HeirsInDispute,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  // That an heir has died is no matter of the participant.
  const isOfHeir = wanted?.whoDied === 'HEIR';
  const isAsked =
    nobody || inPlaceOfParticipant || wanted?.ofParticipant || ((wanted || areOpen) && !isOfHeir);
  if (participantId === undefined || !isAsked) return [];
  return [{ type: 'HeirsWantedNoMore', data: { claimId, participantId, effectiveOn: today } }];
}

/**
 * Records that nobody has come in time who inherits: what was not paid is given up, of one of several heirs that share alone. Nothing where
 * somebody has, nor while heirs disagree: the time begins anew then.
 */
export function giveHeirsUp(
  { claimId }: WantHeirsInput,
  { participantId, wanted, areOpen, nobody, until: disputedUntil, waiting = {} }: HeirsInDispute,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  if (participantId === undefined || nobody || disputedUntil) return [];
  const about = { claimId, participantId, effectiveOn: today };
  if (wanted || areOpen)
    return [{ type: 'NobodyInherits', data: { ...about, until: wanted?.until ?? today } }];
  return Object.entries(waiting)
    .filter(([, { until }]) => isGivenUp(until, today))
    .map(([heirId, { until }]) => ({ type: 'NobodyInherits', data: { ...about, heirId, until } }));
}

export interface RevokeHeirDeathInput {
  readonly claimId: string;
  /** The heir, as the report named them; where one alone was reported dead it need not be said. */
  readonly heirId?: string;
  /** Why, in words. */
  readonly words: string;
  /** What shows it: its number, or where it lies in the archive. */
  readonly evidence: string;
}

/**
 * Takes back that an heir has died (pembatalan laporan kematian ahli waris), as long as nobody was recorded in their place: by another
 * person than the one who reported it. Those who were to be paid before are paid; what was given up by then a supervisor pays again.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NO_HEIRS_PAID`, `DEAD_HEIR_NOT_NAMED`,
 *   `NO_HEIR_DEATH`, `REPORTER_CANNOT_REVOKE_HEIR_DEATH`
 */
export function revokeHeirDeath(
  { claimId, heirId: namedId, words, evidence }: RevokeHeirDeathInput,
  { after }: ClaimAfterDecision,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = ofSomebody(paysHeirsOf(after));
  const { participantId } = claim;
  const { heirId, reporterId } = deathToRevoke(claim, namedId);
  if (reporterId === actor.id) throw new Rejection(heirRefusals.REPORTER_CANNOT_REVOKE_HEIR_DEATH());
  return [
    {
      type: 'HeirDeathRevoked',
      data: {
        claimId,
        participantId,
        ...(heirId && { heirId }),
        revokerId: actor.id,
        effectiveOn: today,
        person: { words, evidence },
      },
    },
  ];
}

/** @throws Rejection `DEAD_HEIR_NOT_NAMED`, `NO_HEIR_DEATH` */
function deathToRevoke(claim: KnownClaim, namedId: string | undefined): HeirDeath {
  const death = deathMeant(claim, namedId);
  if (death) return death;
  const isUnclear = namedId === undefined && deathsOf(claim).length > 1;
  throw new Rejection(isUnclear ? heirRefusals.DEAD_HEIR_NOT_NAMED() : heirRefusals.NO_HEIR_DEATH());
}

/**
 * Records that an heir died for whom it was approved, or who has the place of the participant for whom it was, before the money arrived (ahli
 * waris meninggal): what has not left of their share is paid to those who are recorded then. The others are paid theirs meanwhile.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NO_HEIRS_PAID`, `NOTHING_APPROVED_FOR_HEIRS`,
 *   `DISPUTE_IS_OPEN`, `HEIRS_ARE_OPEN`, `HEIR_DIED_IN_FUTURE`, `HEIR_DIED_BEFORE`, `HEIR_NOT_NAMED`, `HEIR_IS_NOT_PAID`
 */
export function reportHeirDeath(
  { claimId, diedOn, heirId: namedId, words, evidence }: ReportHeirDeathInput,
  { after, dispute, inherited }: ClaimAfterDecision,
  { actor, today }: CommandContext,
  basis?: Basis,
): readonly ClaimEvent[] {
  const claim = ofSomebody(sharedByHeirs(after));
  if (dispute) throw new Rejection(afterDecisionRefusals.DISPUTE_IS_OPEN());
  // Whoever claimed alone, and whom nobody has established, has no id to be named by.
  const { heirs = [] } = inherited.isOfParticipant && namedId === undefined ? ofClaimant(claim) : claim;
  const heirId = namedId ?? onlyOneOf(heirs);
  const deadIds = deathsOf(claim).map((death) => death.heirId);
  if (claim.heirsAreOpen || (heirId !== undefined && deadIds.includes(heirId)))
    throw new Rejection(heirRefusals.HEIRS_ARE_OPEN());
  if (diedOn > today) throw new Rejection(heirRefusals.HEIR_DIED_IN_FUTURE({ today }));
  const inPlaceSince = heirId === undefined ? undefined : inherited.since[heirId];
  const inheritedOn = inPlaceSince ?? deathOfParticipant(claim, basis);
  if (diedOn < inheritedOn) throw new Rejection(heirRefusals.HEIR_DIED_BEFORE({ inheritedOn }));
  if (heirId === undefined && heirs.length > 1) throw new Rejection(heirRefusals.HEIR_NOT_NAMED());
  if (heirId !== undefined && !heirs.some((heir) => heir.heirId === heirId))
    throw new Rejection(heirRefusals.HEIR_IS_NOT_PAID());
  return [
    {
      type: 'HeirsWanted',
      data: {
        claimId,
        participantId: claim.participantId,
        whoDied: 'HEIR',
        ...(heirId && { heirId, besideIds: paidBeside(heirs, [...deadIds, heirId]) }),
        diedOn,
        reporterId: actor.id,
        until: heirsUntil(today),
        effectiveOn: today,
        person: { words, evidence },
      },
    },
  ];
}

/** The claim of which heirs have shares: until it is approved nobody has one, and who has died stands among those who are recorded. */
function sharedByHeirs(after: ClaimAfterApproval): KnownClaim {
  const { claim, isForParticipant } = after;
  const isOpen = UNDECIDED.some((one) => one === claim.situation);
  if (isOpen && !isForParticipant && claim.situation !== 'UNKNOWN' && claimantOf(claim) === 'HEIR')
    throw new Rejection(heirRefusals.NOTHING_APPROVED_FOR_HEIRS());
  return paysHeirsOf(after);
}

/** The day on which heirs inherited; a claim that is for a death alone is for one on its own day. */
const deathOfParticipant = ({ eventDate }: KnownClaim, basis: Basis | undefined): LocalDate =>
  basis?.programme.diedOn?.(basis.facts) ?? eventDate;

/** Those who have the place of the participant are not meant where nobody is named, and somebody else claims for themselves. */
const ofClaimant = (claim: KnownClaim): Pick<KnownClaim, 'heirs'> =>
  claimantOf(claim) === 'HEIR' ? {} : claim;

/** Where one heir alone is paid it is recorded whom a report means that names nobody: a death is reported once, by whichever words. */
const onlyOneOf = ([first, ...others]: readonly PaidHeir[]): string | undefined =>
  others.length > 0 ? undefined : first?.heirId;

const paidBeside = (heirs: readonly PaidHeir[], deadIds: readonly (string | undefined)[]): string[] =>
  heirs.flatMap(({ heirId }) => (deadIds.includes(heirId) ? [] : [heirId]));
