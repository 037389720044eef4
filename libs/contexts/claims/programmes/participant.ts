import { type AccidentFacts, accidentFacts } from '#contexts/accidents/facts';
import { type DeathFacts, deathFacts } from '#contexts/deaths/facts';
import { type ParticipantFacts, participantFacts } from '#contexts/participants/facts';
import type { LocalDate, Period, Reading, Rupiah } from '#kernel';
import { type Coverage, type Segment, calculateBpuContribution } from '#law';
import type { ArrearsMonth, EntitledChild } from '../domain/claim.events.js';
import type { SetOffMonth } from '../domain/programme.js';

/** What a decision about a claim needs to know of the participant, whatever the programme. */
export interface ParticipantForClaim {
  readonly segment: Segment;
  readonly incomeBaseIdr: Rupiah;
  readonly diedOn?: LocalDate;
  /** The accident that the death was traced to, unless it was concluded to be no work accident. */
  readonly diedOfAccidentId?: string;
  readonly children: readonly EntitledChild[];
  /** What was entered late and not confirmed by a second person. */
  readonly unconfirmed?: ParticipantFacts['unconfirmed'];
  /** Cover on the day of the event; arrears of that day that were all settled since count as paid (convention Q-1). */
  readonly coverageAtEvent: Coverage;
  /** The same as if they were settled. */
  readonly coverageIfSettled?: Coverage;
  /** The months that were deducted from benefits. */
  readonly setOff?: readonly SetOffMonth[];
  /** The months that were due and unpaid on that day, and what each costs; absent where there are none. */
  readonly arrears?: readonly ArrearsMonth[];
  /** The day on which the last of them was paid; absent while one is unpaid. */
  readonly arrearsSettledOn?: LocalDate;
}

/**
 * Reads from the log what is known of a participant on the day of an event.
 * @param eventDayOf the day, from what is known; a claim for a death that nobody reported is refused for that, and its cover
 *   is then of no interest
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `ACCIDENT_NOT_FOUND`
 */
export async function participantForClaim(
  read: Reading,
  participantId: string,
  eventDayOf: (participant: ParticipantFacts) => LocalDate | undefined | Promise<LocalDate>,
): Promise<ParticipantForClaim> {
  const known = await participantFacts(read, participantId);
  const fatalAccident = await accidentOfDeath(read, await deathFacts(read, participantId));
  const eventDay = (await eventDayOf(known)) ?? known.registeredOn;
  const { segment, diedOn, children, unconfirmed } = known;
  const { months, unpaid, settledOn } = known.arrearsOfEvent(eventDay);
  return {
    segment,
    incomeBaseIdr: known.incomeBaseOn(eventDay),
    diedOn,
    diedOfAccidentId: fatalAccident?.accidentId,
    children,
    unconfirmed,
    coverageAtEvent: known.coverageForEvent(eventDay),
    coverageIfSettled: known.coverageIfSettled(eventDay),
    ...(known.setOff.length > 0 && { setOff: known.setOff }),
    ...(months.length > 0 && { arrears: months.map((month) => arrearsMonth(known, month, unpaid)) }),
    ...(settledOn && { arrearsSettledOn: settledOn }),
  };
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

/** At the tariff and with the relief of the month (Q-1, rule 4). */
function arrearsMonth(
  { incomeBaseIn, sector }: ParticipantFacts,
  period: Period,
  unpaid: readonly Period[],
): ArrearsMonth {
  const { totalIdr: amountIdr } = calculateBpuContribution({
    declaredIncome: incomeBaseIn(period),
    period,
    sector,
  });
  return { period, amountIdr, isPaid: !unpaid.includes(period) };
}

interface FactsOfParticipant {
  readonly participant: ParticipantForClaim;
}

/** What every programme says that asks for the contributions of the participant. */
export const restsOnContributions = {
  settledOn: ({ participant }: FactsOfParticipant) => participant.arrearsSettledOn,
  arrears: ({ participant }: FactsOfParticipant) => participant.arrears ?? [],
  asIfSettled<Facts extends FactsOfParticipant>(facts: Facts): Facts {
    const { coverageAtEvent, coverageIfSettled = coverageAtEvent } = facts.participant;
    return { ...facts, participant: { ...facts.participant, coverageAtEvent: coverageIfSettled } };
  },
  setOff: ({ participant }: FactsOfParticipant) => participant.setOff ?? [],
};
