import { type LocalDate, Rejection, type Rupiah, type Reading } from '#kernel';
import type { Coverage, PaidPeriod, Segment } from '#law';
import { contributions, coverageFrom } from './domain/contributions.js';
import { type RegisteredChild, participants } from './domain/participant.js';
import { requireRegistered } from './domain/require-registered.js';

/** What a decision about a participant rests on, as the log knows it now. */
export interface ParticipantFacts {
  readonly participantId: string;
  readonly segment: Segment;
  readonly registeredOn: LocalDate;
  /** Wage basis of a BPU's benefits: the base of the paid band, rupiah a month. */
  readonly incomeBaseIdr: Rupiah;
  readonly diedOn?: LocalDate;
  readonly children: readonly RegisteredChild[];
  readonly heirIds: readonly string[];
  /** Paid months with the day of payment. */
  readonly paid: readonly PaidPeriod[];
  /** Cover on a day, from what had been paid by then. */
  readonly coverageOn: (day: LocalDate) => Coverage;
}

/**
 * Reads a participant's facts from the log, not from a read model: a decision must not rest on something older.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export async function participantFacts(read: Reading, participantId: string): Promise<ParticipantFacts> {
  const [state, paid] = await Promise.all([
    read.state(participants, participantId),
    read.state(contributions, participantId),
  ]);
  if (state.situation === 'UNKNOWN') {
    throw new Rejection('PARTICIPANT_NOT_FOUND', 'No such participant is registered');
  }
  const { segment, registeredOn, incomeBaseIdr, children, heirIds } = state;
  return {
    participantId,
    segment,
    registeredOn,
    incomeBaseIdr,
    ...(state.situation === 'DECEASED' && { diedOn: state.diedOn }),
    children,
    heirIds,
    paid: paid.paid,
    coverageOn: (day) => coverageFrom(paid, segment, day),
  };
}

/** A death as the stream of the participant tells it. */
export interface ReportedDeath {
  /** Absent while no death was reported. */
  readonly diedOn?: LocalDate;
  /** Of a log of the first edition: the accident that the death was traced to. Ask deaths what holds now. */
  readonly tracedTo?: string;
}

/** @throws Rejection `PARTICIPANT_NOT_FOUND` */
export async function reportedDeath(read: Reading, participantId: string): Promise<ReportedDeath> {
  const known = requireRegistered(await read.state(participants, participantId));
  return known.situation === 'DECEASED' ? { diedOn: known.diedOn, tracedTo: known.accidentId } : {};
}

/** The stream of a participant, for whoever looks for commands that were recorded there. */
export const participantStream: Pick<typeof participants, 'of'> = participants;
