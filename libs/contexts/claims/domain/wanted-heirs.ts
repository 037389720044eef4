import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimAfterDecision } from './claim-after-decision.js';
import { paysHeirsOf } from './claim-after-approval.js';
import { ofSomebody } from './claim.js';
import { afterDecisionRefusals } from './after-decision.refusals.js';
import type { HeirsInDispute } from './heirs-in-dispute.js';
import { heirRefusals } from './heirs.refusals.js';
import { heirsUntil } from './terms.js';

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
  if (participantId === undefined || wanted || areOpen || nobody || inPlaceOfParticipant) return [];
  const data = {
    claimId,
    participantId,
    whoDied: 'PARTICIPANT',
    until: heirsUntil(today),
    effectiveOn: today,
  } as const;
  return [{ type: 'HeirsWanted', data }];
}

/** Ends that, and takes back who was recorded in place of a participant who lives after all. */
export function wantHeirsNoMore(
  { claimId }: WantHeirsInput,
  { participantId, wanted, nobody, inPlaceOfParticipant }: HeirsInDispute,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  const isAsked = wanted?.whoDied === 'PARTICIPANT' || nobody || inPlaceOfParticipant;
  if (participantId === undefined || !isAsked) return [];
  return [{ type: 'HeirsWantedNoMore', data: { claimId, participantId, effectiveOn: today } }];
}

/** Records that nobody has come in time who inherits: what was not paid is given up. Nothing where somebody has. */
export function giveHeirsUp(
  { claimId }: WantHeirsInput,
  { participantId, wanted, areOpen, nobody }: HeirsInDispute,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  if (participantId === undefined || nobody || !(wanted || areOpen)) return [];
  const until = wanted?.until ?? today;
  return [{ type: 'NobodyInherits', data: { claimId, participantId, until, effectiveOn: today } }];
}

export interface RevokeHeirDeathInput {
  readonly claimId: string;
  /** Why, in words. */
  readonly words: string;
  /** What shows it: its number, or where it lies in the archive. */
  readonly evidence: string;
}

/**
 * Takes back that an heir has died (pembatalan laporan kematian ahli waris), as long as nobody was recorded in their place: by another
 * person than the one who reported it. Those who were to be paid before are paid.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NO_HEIRS_PAID`, `NO_HEIR_DEATH`,
 *   `REPORTER_CANNOT_REVOKE_HEIR_DEATH`
 */
export function revokeHeirDeath(
  { claimId, words, evidence }: RevokeHeirDeathInput,
  { after }: ClaimAfterDecision,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const { participantId, heirDeath } = ofSomebody(paysHeirsOf(after));
  if (!heirDeath) throw new Rejection(heirRefusals.NO_HEIR_DEATH());
  const { heirId, reporterId } = heirDeath;
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

/**
 * Records that an heir died for whom it was approved, or who has the place of the participant for whom it was, before the money arrived (ahli waris meninggal): what has not left of their share is
 * paid to those who are recorded then, and the others keep theirs.
 * @throws Rejection `CLAIM_NOT_FOUND`, `CLAIM_<SITUATION>`, `PERSONAL_DATA_ERASED`, `NO_HEIRS_PAID`, `DISPUTE_IS_OPEN`, `HEIRS_ARE_OPEN`,
 *   `HEIR_DIED_IN_FUTURE`, `HEIR_NOT_NAMED`, `HEIR_IS_NOT_PAID`
 */
export function reportHeirDeath(
  { claimId, diedOn, heirId, words, evidence }: ReportHeirDeathInput,
  { after, dispute }: ClaimAfterDecision,
  { actor, today }: CommandContext,
): readonly ClaimEvent[] {
  const claim = ofSomebody(paysHeirsOf(after));
  if (dispute) throw new Rejection(afterDecisionRefusals.DISPUTE_IS_OPEN());
  if (claim.heirsAreOpen) throw new Rejection(heirRefusals.HEIRS_ARE_OPEN());
  if (diedOn > today) throw new Rejection(heirRefusals.HEIR_DIED_IN_FUTURE({ today }));
  const { heirs = [] } = claim;
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
        ...(heirId && { heirId }),
        diedOn,
        reporterId: actor.id,
        until: heirsUntil(today),
        effectiveOn: today,
        person: { words, evidence },
      },
    },
  ];
}
