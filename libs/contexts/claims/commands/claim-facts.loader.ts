import { type AccidentFacts, accidentFacts } from '#contexts/accidents/facts';
import { type DeathFacts, deathFacts } from '#contexts/deaths/facts';
import { coverageOn } from '#law';
import { type LocalDate, Rejection, type Reading } from '#kernel';
import { type ParticipantFacts, participantFacts } from '#contexts/participants/facts';
import type { ClaimFacts, ParticipantForClaim } from '../domain/claim-facts.js';
import type { Programme } from '../domain/claim.events.js';
import { claims } from '../domain/claim.js';
import { type DisabilityOfClaim, disabilityOfClaim, disabilityPaid } from '../domain/disability-paid.js';
import { begunBefore, dockets } from '../domain/docket.js';
import { jkkClaimId, jkmClaimId } from '../streams.js';

/** What a claim is about. */
export interface ClaimSubject {
  readonly programme: Programme;
  readonly participantId: string;
  readonly accidentId?: string;
}

/**
 * Reads from the log what a claim's decisions rest on.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `ACCIDENT_NOT_FOUND`
 */
export async function loadClaimFacts(read: Reading, subject: ClaimSubject): Promise<ClaimFacts> {
  const participant = await participantFacts(read, subject.participantId);
  const fatalAccident = await accidentOfDeath(read, await deathFacts(read, subject.participantId));
  if (subject.programme === 'JKM' || subject.accidentId === undefined) {
    return { programme: 'JKM', participant: participantOn(participant, fatalAccident, participant.diedOn) };
  }
  const accident = await accidentFacts(read, subject.accidentId);
  const claimId = jkkClaimId(subject.accidentId);
  return {
    programme: 'JKK',
    participant: participantOn(participant, fatalAccident, accident.occurredOn),
    accident,
    jkmApproved: (await claimOf(read, jkmClaimId(subject.participantId))).situation === 'APPROVED',
    paidBefore: disabilityPaid(await claimsApprovedBefore(read, subject.participantId, claimId)),
  };
}

/** The claims of a participant whose approval began before that of this one, as the log knows them now. */
async function claimsApprovedBefore(
  read: Reading,
  participantId: string,
  claimId: string,
): Promise<DisabilityOfClaim[]> {
  const begun = await read.state(dockets, participantId);
  return Promise.all(begunBefore(claimId, begun).map((earlier) => read.state(disabilityOfClaim, earlier)));
}

/** The accident that a death was traced to; none when it turned out to be no work accident. */
async function accidentOfDeath(
  read: Reading,
  { diedOfAccidentId }: DeathFacts,
): Promise<AccidentFacts | undefined> {
  if (diedOfAccidentId === undefined) return undefined;
  const accident = await accidentFacts(read, diedOfAccidentId);
  return accident.conclusion === 'NOT_WORK_ACCIDENT' ? undefined : accident;
}

const claimOf = (read: Reading, claimId: string) => read.state(claims, claimId);

/** The same for a claim that was submitted. @throws Rejection `CLAIM_NOT_FOUND` */
export async function factsOfClaim(read: Reading, claimId: string): Promise<ClaimFacts> {
  const state = await claimOf(read, claimId);
  if (state.situation === 'UNKNOWN') throw new Rejection('CLAIM_NOT_FOUND', 'There is no such claim');
  return loadClaimFacts(read, state);
}

/** A claim for a death that nobody reported is refused for that; its cover is then of no interest. */
function participantOn(
  facts: ParticipantFacts,
  fatalAccident: AccidentFacts | undefined,
  eventDate: LocalDate = facts.registeredOn,
): ParticipantForClaim {
  const { segment, incomeBaseIdr, diedOn, children, paid } = facts;
  return {
    segment,
    incomeBaseIdr,
    diedOn,
    diedOfAccidentId: fatalAccident?.accidentId,
    children,
    coverageAtEvent: facts.coverageOn(eventDate),
    coverageWithLatePayments: coverageOn(
      eventDate,
      paid.map(({ period }) => ({ period })),
      segment,
    ),
  };
}
