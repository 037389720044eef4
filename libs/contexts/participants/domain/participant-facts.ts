import {
  type Actor,
  type LocalDate,
  type Period,
  type Reading,
  type Rupiah,
  firstDayOf,
  opened,
  periodOf,
  seesAll,
  view,
} from '#kernel';
import {
  type ArrearsOfEvent,
  type Coverage,
  type PaidPeriod,
  type Segment,
  arrearsOfEvent,
  bookedMonths,
  coverageForEvent,
  coverageIfSettled,
  coverageOn,
} from '#law';
import { contributions } from './contributions.js';
import type { ParticipantEvent, Sector } from './participant.events.js';
import {
  type RegisteredChild,
  incomeBaseIn,
  known,
  participants,
  requireParticipantInSight,
} from './participant.js';

/** Entries that a second person has to confirm when they come late. */
export type BackDated = 'CONTRIBUTIONS' | 'DEATH';

/** What a decision about a participant rests on, as the log knows it now. */
export interface ParticipantFacts {
  readonly participantId: string;
  readonly segment: Segment;
  readonly registeredOn: LocalDate;
  /** Base of the contributions for a month, rupiah. */
  readonly incomeBaseIn: (month: Period) => Rupiah;
  /**
   * Wage basis of a BPU's benefits for an event on a day: the base of the band that was paid for its month by then; where none was, of
   * the last month that was.
   */
  readonly incomeBaseOn: (day: LocalDate) => Rupiah;
  readonly diedOn?: LocalDate;
  readonly children: readonly RegisteredChild[];
  readonly heirIds: readonly string[];
  readonly sector: Sector;
  /** What was entered late and not confirmed by a second person. */
  readonly unconfirmed: readonly BackDated[];
  /** Cover on a day, from what had been paid by then. */
  readonly coverageOn: (day: LocalDate) => Coverage;
  /** Cover for an event on a day: arrears of that day that were all settled since count as paid. */
  readonly coverageForEvent: (day: LocalDate) => Coverage;
  /** The same as if every month of those arrears were paid. */
  readonly coverageIfSettled: (day: LocalDate) => Coverage;
  /** The months up to that of a day for which money had come by then. */
  readonly monthsPaidBy: (day: LocalDate) => readonly Period[];
  /** The months that were deducted from the benefit of a claim. */
  readonly setOff: readonly { readonly claimId: string; readonly period: Period }[];
  /** The months that a claim for an event on a day waits for. */
  readonly arrearsOfEvent: (day: LocalDate) => ArrearsOfEvent;
}

/** Whether somebody is registered under an id. */
export async function isRegistered(read: Reading, participantId: string): Promise<boolean> {
  return (await read.state(participants, participantId)).situation !== 'UNKNOWN';
}

/**
 * Reads a participant's facts from the log, not from a read model: a decision must not rest on something older.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`
 */
export async function participantFacts(read: Reading, participantId: string): Promise<ParticipantFacts> {
  const [state, { paid, backDatedBy }] = await Promise.all([
    read.state(participants, participantId),
    read.state(contributions, participantId),
  ]);
  const participant = known(state);
  const { segment, sector, registeredOn, children, heirIds } = participant;
  return {
    participantId,
    segment,
    registeredOn,
    incomeBaseIn: (month) => incomeBaseIn(participant, month),
    incomeBaseOn: (day) => {
      const { paidThrough = periodOf(registeredOn) } = coverageOn(day, paid, segment);
      return incomeBaseIn(participant, paidThrough < periodOf(day) ? paidThrough : periodOf(day));
    },
    ...(participant.situation === 'DECEASED' && { diedOn: participant.diedOn }),
    children,
    heirIds,
    sector,
    unconfirmed: [
      ...(backDatedBy ? (['CONTRIBUTIONS'] as const) : []),
      ...(participant.situation === 'DECEASED' && participant.backDatedBy ? (['DEATH'] as const) : []),
    ],
    coverageOn: (day) => coverageOn(day, paid, segment),
    coverageForEvent: (day) => coverageForEvent(day, paid, segment),
    coverageIfSettled: (day) => coverageIfSettled(day, paid, segment),
    monthsPaidBy: (day) => monthsPaidBy(day, paid, segment),
    setOff: paid.flatMap(({ period, setOffClaimId: claimId }) => (claimId ? [{ claimId, period }] : [])),
    arrearsOfEvent: (day) => arrearsOfEvent(day, paid, segment),
  };
}

function monthsPaidBy(day: LocalDate, paid: readonly PaidPeriod[], segment: Segment): readonly Period[] {
  const received = paid.filter((one) => (one.paidOn ?? firstDayOf(one.period)) <= day);
  const months = segment === 'BPU' ? bookedMonths(received) : received.map(({ period }) => period);
  return [...new Set(months)].filter((month) => month <= periodOf(day));
}

/** @throws Rejection `PARTICIPANT_NOT_FOUND` to a facility that did not register this participant */
export async function participantInSight(read: Reading, participantId: string, actor: Actor): Promise<void> {
  if (!seesAll(actor)) requireParticipantInSight(await read.state(participants, participantId), actor);
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
  const participant = known(await read.state(participants, participantId));
  if (participant.situation !== 'DECEASED') return {};
  return { diedOn: participant.diedOn, tracedTo: participant.accidentId };
}

/** The stream of a participant, for whoever looks for commands that were recorded there. */
export const participantStream: Pick<typeof participants, 'of'> = participants;

/** Birth dates by the id of the child; of an erased participant there are none. */
const birthDates = view<Readonly<Record<string, LocalDate>>, ParticipantEvent>(participants, {
  initial: {},
  evolve(birthDatesSoFar, event) {
    if (event.type === 'ChildRemoved') {
      const { [event.data.childId]: _removed, ...others } = birthDatesSoFar;
      return others;
    }
    if (event.type !== 'ChildRegistered' && event.type !== 'ChildCorrected') return birthDatesSoFar;
    const person =
      event.type === 'ChildRegistered' ? opened(event.data.person) : opened(event.data.person)?.now;
    const birthDate = person?.birthDate;
    return birthDate ? { ...birthDatesSoFar, [event.data.childId]: birthDate } : birthDatesSoFar;
  },
});

/**
 * The birth date that the participant registered for a child, or the one it was corrected to, from the log; undefined when
 * there is no such child, it was named by mistake, or the
 * personal data was erased. Nobody tells it again: an age that ends a right must not depend on a typist.
 */
export async function childBirthDate(
  read: Reading,
  participantId: string,
  childId: string,
): Promise<LocalDate | undefined> {
  return (await read.state(birthDates, participantId))[childId];
}
