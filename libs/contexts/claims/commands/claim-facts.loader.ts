import { type AccidentFacts, accidentFacts } from '#contexts/accidents/contracts';
import { coverageOn } from '#law';
import { type EventStore, readState } from '#event-store';
import { type LocalDate, Rejection } from '#kernel';
import { type ParticipantFacts, participantFacts } from '#contexts/participants/contracts';
import type { ClaimFacts, ParticipantForClaim } from '../domain/claim-facts.js';
import type { Programme } from '../domain/claim.events.js';
import { claim } from '../domain/claim.js';
import { type DisabilityOfClaim, disabilityOfClaim, disabilityPaid } from '../domain/disability-paid.js';
import { begunBefore, docket } from '../domain/docket.js';
import { claimStream, docketStream, jkkClaimId, jkmClaimId } from '../streams.js';

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
export async function loadClaimFacts(store: EventStore, subject: ClaimSubject): Promise<ClaimFacts> {
  const participant = await participantFacts(store, subject.participantId);
  const fatalAccident = await accidentOfDeath(store, participant);
  if (subject.programme === 'JKM' || subject.accidentId === undefined) {
    return { programme: 'JKM', participant: participantOn(participant, fatalAccident, participant.diedOn) };
  }
  const accident = await accidentFacts(store, subject.accidentId);
  const claimId = jkkClaimId(subject.accidentId);
  return {
    programme: 'JKK',
    participant: participantOn(participant, fatalAccident, accident.occurredOn),
    accident,
    jkmApproved: (await claimOf(store, jkmClaimId(subject.participantId))).situation === 'APPROVED',
    paidBefore: disabilityPaid(await claimsApprovedBefore(store, subject.participantId, claimId)),
  };
}

/** The claims of a participant whose approval began before that of this one, as the log knows them now. */
async function claimsApprovedBefore(
  store: EventStore,
  participantId: string,
  claimId: string,
): Promise<DisabilityOfClaim[]> {
  const begun = await readState(store, docketStream(participantId), docket);
  return Promise.all(
    begunBefore(claimId, begun).map((earlier) => readState(store, claimStream(earlier), disabilityOfClaim)),
  );
}

/** The accident that a death was traced to; none when it turned out to be no work accident. */
async function accidentOfDeath(
  store: EventStore,
  { diedOfAccidentId }: ParticipantFacts,
): Promise<AccidentFacts | undefined> {
  if (diedOfAccidentId === undefined) return undefined;
  const accident = await accidentFacts(store, diedOfAccidentId);
  return accident.conclusion === 'NOT_WORK_ACCIDENT' ? undefined : accident;
}

const claimOf = (store: EventStore, claimId: string) => readState(store, claimStream(claimId), claim);

/** The same for a claim that was submitted. @throws Rejection `CLAIM_NOT_FOUND` */
export async function factsOfClaim(store: EventStore, claimId: string): Promise<ClaimFacts> {
  const state = await claimOf(store, claimId);
  if (state.situation === 'UNKNOWN') throw new Rejection('CLAIM_NOT_FOUND', 'There is no such claim');
  return loadClaimFacts(store, state);
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
