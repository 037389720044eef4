import { idsOfPerson } from '#contexts/participants/facts';
import type { Reading } from '#kernel';
import { claims } from '../../domain/claim.js';
import type { Programme } from '../../domain/programme.js';
import { presentJkmClaim } from '../claim-ids.js';
import { paidForDeath } from '../paid-for-death.js';
import { type ParticipantForClaim, participantForClaim } from '../participant.js';

/** What a decision about a JKM claim needs to know. */
export interface JkmFacts {
  readonly participant: ParticipantForClaim;
  /** The claim for the same death under another id of the person, where there is one. */
  readonly claimedUnderOther?: ClaimUnderOtherId;
  /** A JKK claim was approved for the death, when it was taken to come from a work accident. */
  readonly paidAsJkk?: { readonly claimId: string };
  /** The death of this claim was taken back, whether or not the participant has died since. */
  readonly deathRevoked?: true;
}

/** A person who was registered twice may have two claims for one death. */
interface ClaimUnderOtherId {
  readonly claimId: string;
  /** It pays, or is to be decided first. */
  readonly goesFirst: boolean;
  /** It was approved, and keeps that where this one was, too: it is the survivor's, or nearer to it. */
  readonly keepsIt: boolean;
}

/** Whether nobody died of whom such a claim tells. */
export const isRevoked = ({ deathRevoked, participant: { diedOn } }: JkmFacts): boolean =>
  deathRevoked === true || diedOn === undefined;

/** Reads from the log what a claim for a death is decided on. @throws Rejection `PARTICIPANT_NOT_FOUND`, `PROJECT_NOT_FOUND` */
export const jkmFacts: Programme<JkmFacts>['facts'] = async (read, { participantId, claimId, projectId }) => {
  const participant = await participantForClaim(read, participantId, ({ diedOn: day }) => ({
    day,
    restsOn: 'ALL_WORK',
    projectId,
  }));
  const paidAsJkk = await paidForDeath(read, participantId);
  const isPresent = claimId === (await presentJkmClaim(read, participantId));
  return {
    participant,
    claimedUnderOther: await claimedUnderOther(read, participantId),
    ...(paidAsJkk && { paidAsJkk }),
    ...(!isPresent && { deathRevoked: true }),
  };
};

/**
 * Two claims for one death may have been handed in before it was found that two participants are one person. That of the survivor
 * goes first, unless the other one was approved by then.
 */
async function claimedUnderOther(
  read: Reading,
  participantId: string,
): Promise<ClaimUnderOtherId | undefined> {
  const ids = await idsOfPerson(read, participantId);
  const others = await Promise.all(
    ids
      .filter((id) => id !== participantId)
      .map(async (id) => {
        const claimId = await presentJkmClaim(read, id);
        return { id, claimId, claim: await read.state(claims, claimId) };
      }),
  );
  const open = others.filter(({ claim }) => !['UNKNOWN', 'CANCELLED'].includes(claim.situation));
  const first = open.find(
    ({ id, claim }) =>
      claim.situation === 'APPROVED' ||
      // One that is closed goes first no more, until it is opened again.
      (!['DENIED', 'WITHDRAWN'].includes(claim.situation) && ids.indexOf(id) < ids.indexOf(participantId)),
  );
  const [one = first] = open;
  const keepsIt = open.some(
    ({ id, claim }) => claim.situation === 'APPROVED' && ids.indexOf(id) < ids.indexOf(participantId),
  );
  return one && { claimId: (first ?? one).claimId, goesFirst: first !== undefined, keepsIt };
}
