import type { LocalDate, Reading } from '#kernel';
import { deathFacts } from '#contexts/deaths/facts';
import { loadClaimFacts } from './commands/claim-facts.loader.js';
import { assess } from './domain/assess-claim.js';
import type { EntitledChild } from './domain/claim.events.js';
import { claims } from './domain/claim.js';
import { jkkClaimId, jkmClaimId } from './streams.js';

/** A claim that was approved for a death, and the children it entitles by the facts as they are now. */
export interface EntitlingClaim {
  readonly claimId: string;
  readonly eventDate: LocalDate;
  /** In the order of registration, those who were named after the approval too. */
  readonly children: readonly EntitledChild[];
}

/**
 * Reads from the log which children the death of a participant entitles; nothing while no claim for it is approved.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, or as `assess` does
 */
export async function entitledByDeath(
  read: Reading,
  participantId: string,
): Promise<EntitlingClaim | undefined> {
  const { diedOfAccidentId } = await deathFacts(read, participantId);
  const claimId = diedOfAccidentId === undefined ? jkmClaimId(participantId) : jkkClaimId(diedOfAccidentId);
  const approved = await read.state(claims, claimId);
  if (approved.situation !== 'APPROVED') return undefined;
  const { entitledChildren } = assess(approved, await loadClaimFacts(read, approved));
  return { claimId, eventDate: approved.eventDate, children: entitledChildren };
}
