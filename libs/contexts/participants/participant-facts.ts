import { type LocalDate, Rejection, type Rupiah, type Reading } from '#kernel';
import type { Coverage, PaidPeriod, Segment } from '#law';
import { contributions, coverageFrom } from './domain/contributions.js';
import { type RegisteredChild, participants } from './domain/participant.js';

/** What a decision about a participant rests on, as the log knows it now. */
export interface ParticipantFacts {
  readonly participantId: string;
  readonly segment: Segment;
  readonly registeredOn: LocalDate;
  /** Wage basis of a BPU's benefits: the base of the paid band, rupiah a month. */
  readonly incomeBaseIdr: Rupiah;
  readonly diedOn?: LocalDate;
  /** The work accident that the death was traced to. */
  readonly diedOfAccidentId?: string;
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
    ...(state.situation === 'DECEASED' && { diedOn: state.diedOn, diedOfAccidentId: state.accidentId }),
    children,
    heirIds,
    paid: paid.paid,
    coverageOn: (day) => coverageFrom(paid, segment, day),
  };
}
