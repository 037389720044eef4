import { type AccidentFacts, accidentFacts } from '#contexts/accidents/facts';
import { type DeathFacts, deathFacts } from '#contexts/deaths/facts';
import { type EmploymentFacts, employmentsOn } from '#contexts/dues/facts';
import {
  type ParticipantFacts,
  type PlacementFacts,
  participantFacts,
  placementFacts,
} from '#contexts/participants/facts';
import { projectIfKnown } from '#contexts/projects/facts';
import type { LocalDate, Period, Reading, Rupiah } from '#kernel';
import { type Coverage, type Segment, calculateBpuContribution } from '#law';
import type { ArrearsMonth } from '../domain/arrears.events.js';
import type { EntitledChild } from '../domain/claim.events.js';
import type { SetOffMonth } from '../domain/programme.js';
import { type RestsOn, isStoodFor, workOfClaim } from './work.js';

/** What a decision about a claim needs to know of the participant, whatever the programme. */
export interface ParticipantForClaim {
  /** As what they claim: somebody who works for himself may be a wage earner as well. */
  readonly segment: Segment;
  /** Of a wage earner: the work that the claim rests on, first that by which it is decided; see `workOfClaim`. */
  readonly employments?: readonly EmploymentFacts[];
  /** The construction project that the claim rests on. */
  readonly project?: ProjectOfClaim;
  readonly incomeBaseIdr: Rupiah;
  readonly diedOn?: LocalDate;
  /** A death was reported by mistake and taken back, and no other one since. */
  readonly livesAfterAll?: true;
  /** The accident that the death was traced to, unless it was concluded to be no work accident. */
  readonly diedOfAccidentId?: string;
  readonly children: readonly EntitledChild[];
  /** What was entered late and not confirmed by a second person. */
  readonly unconfirmed?: readonly string[];
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

/** A construction project, and how the participant builds there; undefined where nobody has named them on it. */
export interface ProjectOfClaim {
  readonly projectId: string;
  readonly placement?: PlacementFacts;
}

/** What a claim is for: the day, and on whose work it rests. */
export interface EventOfClaim {
  /** A claim for a death that nobody reported is refused for that, and its cover is then of no interest. */
  readonly day?: LocalDate;
  readonly restsOn: RestsOn;
  /** The construction project that it rests on; of a death only where BPJS stands for no other work. */
  readonly projectId?: string;
}

/**
 * Reads from the log what is known of a participant on the day of an event.
 * @param eventOf what happened, from what is known
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `ACCIDENT_NOT_FOUND`
 */
export async function participantForClaim(
  read: Reading,
  participantId: string,
  eventOf: (participant: ParticipantFacts) => EventOfClaim | Promise<EventOfClaim>,
): Promise<ParticipantForClaim> {
  const known = await participantFacts(read, participantId);
  const fatalAccident = await accidentOfDeath(read, await deathFacts(read, participantId));
  const { day: eventDay = known.registeredOn, restsOn, projectId } = await eventOf(known);
  const employments = await employmentsOn(read, participantId, eventDay);
  const found = workOfClaim(eventDay, restsOn, known, employments);
  const isForProject =
    projectId !== undefined && !(restsOn === 'ALL_WORK' && isStoodFor(eventDay, found, known));
  const project = isForProject
    ? { projectId, placement: await placementOn(read, participantId, projectId) }
    : undefined;
  const { employments: work } = project ? {} : found;
  const { diedOn, children } = known;
  return {
    segment: project ? 'JAKON' : found.segment,
    incomeBaseIdr: known.incomeBaseOn(eventDay),
    diedOn,
    ...(known.livesAfterAll && { livesAfterAll: known.livesAfterAll }),
    diedOfAccidentId: fatalAccident?.accidentId,
    children,
    unconfirmed: [
      ...new Set([
        ...known.unconfirmed,
        ...(work ?? []).flatMap((one) => one.unconfirmed),
        ...(project?.placement?.isUnconfirmed ? ['PLACEMENT'] : []),
      ]),
    ],
    ...contributionsFor(known, employments, { project, work }, eventDay),
  };
}

/** Claims of earlier releases may name a project that nobody registered: nobody is named on it. */
async function placementOn(
  read: Reading,
  participantId: string,
  projectId: string,
): Promise<PlacementFacts | undefined> {
  const project = await projectIfKnown(read, projectId);
  return project && placementFacts(read, participantId, project);
}

/** What a claim needs to know of the contributions for the work that it rests on. */
function contributionsFor(
  known: ParticipantFacts,
  employments: readonly EmploymentFacts[],
  { project, work }: { readonly project?: ProjectOfClaim; readonly work?: readonly EmploymentFacts[] },
  eventDay: LocalDate,
) {
  if (project) {
    return { project, coverageAtEvent: coverageOfProject(known, employments, project, eventDay) };
  }
  return work
    ? { employments: work, coverageAtEvent: coverageOfWork(known, employments, work, eventDay) }
    : contributionsOf(known, employments, eventDay);
}

/** What a claim needs to know of the contributions of whoever works for himself. */
function contributionsOf(
  known: ParticipantFacts,
  employments: readonly EmploymentFacts[],
  eventDay: LocalDate,
): Omit<ParticipantForClaim, 'segment' | 'incomeBaseIdr' | 'children'> {
  const { months, unpaid, settledOn } = known.arrearsOfEvent(eventDay);
  const own = known.monthsPaidBy(eventDay);
  const besides = paidAmong(employments).filter((month) => !own.includes(month)).length;
  const withAll = (coverage: Coverage) => ({
    ...coverage,
    totalPaidMonths: coverage.totalPaidMonths + besides,
  });
  return {
    coverageAtEvent: withAll(known.coverageForEvent(eventDay)),
    coverageIfSettled: withAll(known.coverageIfSettled(eventDay)),
    ...(known.setOff.length > 0 && { setOff: known.setOff }),
    ...(months.length > 0 && { arrears: months.map((month) => arrearsMonth(known, month, unpaid)) }),
    ...(settledOn && { arrearsSettledOn: settledOn }),
  };
}

/** The cover of a wage earner: what is paid counts by the day, and what an employer pays later changes nothing of it. */
function coverageOfWork(
  known: ParticipantFacts,
  employments: readonly EmploymentFacts[],
  [decides]: readonly EmploymentFacts[],
  eventDay: LocalDate,
): Coverage {
  const paid = new Set([...known.monthsPaidBy(eventDay), ...paidAmong(employments)]);
  return {
    status: decides?.cover.status ?? 'NEVER',
    arrearsMonths: decides?.cover.employerArrearsMonths ?? 0,
    consecutivePaidMonths: 0,
    totalPaidMonths: paid.size,
    ...(decides?.cover.paidThrough && { paidThrough: decides.cover.paidThrough }),
  };
}

/** The cover of a worker of a construction project: that of the project, which is paid for as a whole. */
function coverageOfProject(
  known: ParticipantFacts,
  employments: readonly EmploymentFacts[],
  { placement }: ProjectOfClaim,
  eventDay: LocalDate,
): Coverage {
  const paid = new Set([...known.monthsPaidBy(eventDay), ...paidAmong(employments)]);
  return {
    status: placement?.coverOn(eventDay) ?? 'NEVER',
    arrearsMonths: 0,
    consecutivePaidMonths: 0,
    totalPaidMonths: paid.size,
  };
}

const paidAmong = (employments: readonly EmploymentFacts[]): readonly Period[] => [
  ...new Set(employments.flatMap(({ paidMonths }) => paidMonths)),
];

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
