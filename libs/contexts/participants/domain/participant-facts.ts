import {
  type Actor,
  type LocalDate,
  type Period,
  type Reading,
  type Rupiah,
  firstDayOf,
  opened,
  periodOf,
  requireSight,
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
import { type ContributionsState, type ReceivedMonth, contributions } from './contributions.js';
import { type MonthOfPerson, paidOnce } from './doubles.js';
import { familyNamedLate } from './named-late.js';
import { type OnePerson, mergedInto, onePerson } from './one-person.js';
import type { ParticipantEvent, Sector } from './participant.events.js';
import {
  type RegisteredChild,
  incomeBaseIn,
  known,
  facilitiesOf,
  nthDeathOf,
  participants,
} from './participant.js';
import { participantRefusals } from './refusals.js';

/** Entries that a second person has to confirm when they come late. */
const BACK_DATED = ['REGISTRATION', 'CONTRIBUTIONS', 'DEATH', 'FAMILY'] as const;
export type BackDated = (typeof BACK_DATED)[number];

/** What a decision about a participant rests on, as the log knows it now. */
export interface ParticipantFacts {
  /** Under which the person goes on, whichever id was asked for. */
  readonly participantId: string;
  /** All ids under which something of the person is recorded, that one first. */
  readonly ids: readonly string[];
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
  /** A death was reported of them by mistake and taken back, under whichever id, and no other one since. */
  readonly livesAfterAll?: true;
  /** Those who count: not who was named long after the death, until a second person has confirmed it. */
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
  const person = await onePerson(read, participantId);
  const { record: participant, records } = person;
  const { segment, sector, registeredOn } = participant;
  const received = await Promise.all(person.ids.map((id) => read.state(contributions, id)));
  const { counted: paid } = paidOnce<ReceivedMonth & MonthOfPerson>(
    received.flatMap((state, place) =>
      state.paid.map((month) => (place === 0 ? month : { ...month, of: person.ids[place] })),
    ),
  );
  /** A month that was paid under another id was paid at the income that was declared there. */
  const baseIn = (month: Period) => {
    const under = paid.findLast(({ period }) => period === month)?.of;
    return incomeBaseIn(records.find((one) => one.participantId === under) ?? participant, month);
  };
  return {
    participantId: person.participantId,
    ids: person.ids,
    segment,
    registeredOn,
    incomeBaseIn: baseIn,
    incomeBaseOn: (day) => {
      const { paidThrough = periodOf(registeredOn) } = coverageOn(day, paid, segment);
      return baseIn(paidThrough < periodOf(day) ? paidThrough : periodOf(day));
    },
    ...(participant.situation === 'DECEASED'
      ? { diedOn: participant.diedOn }
      : records.some(({ revokedDeaths }) => revokedDeaths) && { livesAfterAll: true as const }),
    children: participant.children.filter(({ backDatedBy }) => backDatedBy === undefined),
    heirIds: confirmedHeirIds(person),
    sector,
    unconfirmed: unconfirmedOf(person, received),
    coverageOn: (day) => coverageOn(day, paid, segment),
    coverageForEvent: (day) => coverageForEvent(day, paid, segment),
    coverageIfSettled: (day) => coverageIfSettled(day, paid, segment),
    monthsPaidBy: (day) => monthsPaidBy(day, paid, segment),
    setOff: paid.flatMap(({ period, setOffClaimId: claimId }) => (claimId ? [{ claimId, period }] : [])),
    arrearsOfEvent: (day) => arrearsOfEvent(day, paid, segment),
  };
}

/** Not those who were named long after the death, until a second person has confirmed them. */
function confirmedHeirIds({ record, records }: OnePerson): readonly string[] {
  const late = records.flatMap((one) => familyNamedLate(one).heirs.map(({ id }) => id));
  return record.heirIds.filter((id) => !late.includes(id));
}

function unconfirmedOf(
  { record, records }: OnePerson,
  received: readonly Pick<ContributionsState, 'backDatedBy'>[],
): readonly BackDated[] {
  const isLate: Readonly<Record<BackDated, boolean>> = {
    REGISTRATION: records.some(({ registeredLateBy }) => registeredLateBy),
    CONTRIBUTIONS: received.some(({ backDatedBy }) => backDatedBy),
    DEATH: record.situation === 'DECEASED' && Boolean(record.backDatedBy),
    FAMILY: records.map(familyNamedLate).some(({ children, heirs }) => children.length + heirs.length > 0),
  };
  return BACK_DATED.filter((entry) => isLate[entry]);
}

function monthsPaidBy(day: LocalDate, paid: readonly PaidPeriod[], segment: Segment): readonly Period[] {
  const received = paid.filter((one) => (one.paidOn ?? firstDayOf(one.period)) <= day);
  const months = segment === 'BPU' ? bookedMonths(received) : received.map(({ period }) => period);
  return [...new Set(months)].filter((month) => month <= periodOf(day));
}

/** @throws Rejection `PARTICIPANT_NOT_FOUND` to a facility that did not register this participant */
export async function participantInSight(read: Reading, participantId: string, actor: Actor): Promise<void> {
  if (seesAll(actor)) return;
  const state = await read.state(participants, participantId);
  const others =
    state.situation === 'REGISTERED' || state.situation === 'DECEASED' ? await mergedInto(read, state) : [];
  requireSight(
    actor,
    [...facilitiesOf(state), ...others.map(({ facilityId }) => facilityId)],
    participantRefusals.PARTICIPANT_NOT_FOUND,
  );
}

/** What begins is begun under the id of the survivor. @throws Rejection `PARTICIPANT_MERGED` */
export async function refuseMerged(read: Reading, participantId: string): Promise<void> {
  const state = await read.state(participants, participantId);
  if (state.situation === 'MERGED') known(state);
}

/** Whether two ids are one person's. The first is of somebody who is registered. */
export const isSamePerson = async (read: Reading, registered: string, other: string): Promise<boolean> =>
  registered === other || (await onePerson(read, registered)).ids.includes(other);

/**
 * All ids of a person, by any of them; that under which they go on comes first. Of an id that is nobody's it is the only one: what
 * else is asked of it says so.
 */
export async function idsOfPerson(read: Reading, participantId: string): Promise<readonly string[]> {
  const { situation } = await read.state(participants, participantId);
  if (situation === 'UNKNOWN' || situation === 'ASSIGNED') return [participantId];
  return (await onePerson(read, participantId)).ids;
}

/** Whether the person is known to have died, under whichever id. Of an id that is nobody's nothing is known. */
export async function hasDied(read: Reading, participantId: string): Promise<boolean> {
  const { situation } = await read.state(participants, participantId);
  if (situation === 'UNKNOWN' || situation === 'ASSIGNED') return false;
  return (await onePerson(read, participantId)).record.situation === 'DECEASED';
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

/**
 * The how many-th death that was reported under an id is the present one, or would be the next: those before were taken back. Of an id
 * that is nobody's it would be the first.
 */
export async function nthDeath(read: Reading, participantId: string): Promise<number> {
  const state = await read.state(participants, participantId);
  if (state.situation === 'UNKNOWN' || state.situation === 'ASSIGNED') return 1;
  return nthDeathOf(state.situation === 'MERGED' ? state.record : state);
}

/** How many deaths were taken back under an id, and which other ids may be the same person's. */
const revocations = view<{ readonly count: number; readonly others: readonly string[] }, ParticipantEvent>(
  participants,
  {
    initial: { count: 0, others: [] },
    evolve(state, event) {
      if (event.type === 'DeathRevoked') return { ...state, count: state.count + 1 };
      if (event.type === 'ParticipantMergedInto') {
        return { ...state, others: [...state.others, event.data.survivorId] };
      }
      if (event.type === 'ParticipantTookOver') {
        return { ...state, others: [...state.others, event.data.mergedId] };
      }
      return state;
    },
  },
);

/** Whether a death of a person was ever taken back: of nearly everybody none was, and nothing more has to be asked. */
export async function wasDeathRevoked(read: Reading, participantId: string): Promise<boolean> {
  const { count, others } = await read.state(revocations, participantId);
  if (count > 0) return true;
  const states = await Promise.all(others.map((id) => read.state(revocations, id)));
  return states.some((one) => one.count > 0);
}

/** The number of the certificate of a death that was not taken back; nothing once the person was erased. */
const certificates = view<{ readonly certificate?: string }, ParticipantEvent>(participants, {
  initial: {},
  evolve(state, event) {
    if (event.type === 'DeathRevoked') return {};
    if (event.type !== 'DeathReported') return state;
    const certificate = opened(event.data.person)?.certificate;
    return certificate === undefined ? {} : { certificate };
  },
});

/** The number of the certificate of death of somebody, by whichever id it was reported. */
export async function deathCertificate(read: Reading, participantId: string): Promise<string | undefined> {
  const ids = await idsOfPerson(read, participantId);
  const known = await Promise.all(ids.map((id) => read.state(certificates, id)));
  return known.find(({ certificate }) => certificate !== undefined)?.certificate;
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
  const own = (await read.state(birthDates, participantId))[childId];
  if (own !== undefined) return own;
  // Named under another id of the same person.
  const ids = await idsOfPerson(read, participantId);
  const known = await Promise.all(ids.map((id) => read.state(birthDates, id)));
  return known.map((dates) => dates[childId]).find((date) => date !== undefined);
}
