import { type LocalDate, type Period, type Reading, type Rupiah, firstDayOf, lastDayOf, view } from '#kernel';
import { type MembershipCover, type MembershipGrounds, membershipCoverOn } from './membership-cover.js';
import type { MembershipEvent } from './membership.events.js';
import {
  type Membership,
  employments,
  endOf,
  holdingEndOf,
  memberships,
  membershipEnteredLateBy,
} from './membership.js';
import type { Correctable } from './correctable.js';
import { type OnePerson, onePerson } from './one-person.js';

/** A time of work with one employer, from its first to its last day. */
export interface TimeOfWork {
  readonly startedOn: LocalDate;
  readonly endedOn?: LocalDate;
}

/** What cover follows from beside the membership: what the employer is and paid. */
export type PaidByEmployer = Pick<MembershipGrounds, 'closedOn' | 'employerPaidFirstOn' | 'paid'>;

/** What a decision of a higher floor may ask of a membership with an employer. */
export interface MembershipFacts {
  readonly membershipId: string;
  readonly participantId: string;
  readonly employerId: string;
  /** Every time of work that was reported, oldest first. */
  readonly reported: readonly TimeOfWork[];
  /** Those that hold: what was entered late does once a second person has confirmed it. */
  readonly holding: readonly TimeOfWork[];
  readonly isUnconfirmed: boolean;
  readonly diedOn?: LocalDate;
  /** Cover on a day. */
  readonly coverOn: (day: LocalDate, paid: PaidByEmployer) => MembershipCover;
}

/** What was told of the wage on each first day of work. */
const joiningWages = view<Readonly<Record<LocalDate, Rupiah>>, MembershipEvent>(memberships, {
  initial: {},
  evolve: (wages, event) =>
    event.type === 'WorkerJoined' ? { ...wages, [event.data.effectiveOn]: event.data.wageIdr } : wages,
});

/** Reads a membership from the log; undefined where the person never was a member there. */
export async function membershipFacts(
  read: Reading,
  membershipId: string,
): Promise<MembershipFacts | undefined> {
  const membership = await read.state(memberships, membershipId);
  if (membership.situation === 'UNKNOWN') return undefined;
  return factsOf(membership, (await onePerson(read, membership.participantId)).record);
}

function factsOf(membership: Membership, participant: OnePerson['record']): MembershipFacts {
  const { membershipId, participantId, employerId, spells } = membership;
  const diedOn = participant.situation === 'DECEASED' ? participant.diedOn : undefined;
  return {
    membershipId,
    participantId,
    employerId,
    reported: spells.map((spell) => ({ startedOn: spell.started.on, endedOn: endOf(spell) })),
    holding: spells
      .filter(({ started }) => started.backDatedBy === undefined)
      .map((spell) => ({ startedOn: spell.started.on, endedOn: holdingEndOf(spell) })),
    isUnconfirmed: membershipEnteredLateBy(membership).length > 0,
    ...(diedOn !== undefined && { diedOn }),
    coverOn: (day, paid) => membershipCoverOn(day, { spells, diedOn, ...paid }),
  };
}

/** The wage that was told when somebody began the time of work that a day lies in or follows; rupiah a month. */
export async function wageWhenJoining(
  read: Reading,
  { membershipId, reported }: MembershipFacts,
  day: LocalDate,
): Promise<Rupiah | undefined> {
  const begun = reported.findLast(({ startedOn }) => startedOn <= day) ?? reported[0];
  return begun && (await read.state(joiningWages, membershipId))[begun.startedOn];
}

/** Every membership of a person with an employer, by all their ids, from the log. */
export async function membershipsOfPerson(
  read: Reading,
  participantId: string,
): Promise<readonly MembershipFacts[]> {
  const { ids, record } = await onePerson(read, participantId);
  const lists = await Promise.all(ids.map((id) => read.state(employments, id)));
  const listed = lists.flatMap(({ memberships: one }) => one);
  const known = await Promise.all(listed.map(({ membershipId }) => read.state(memberships, membershipId)));
  return known.flatMap((one) => (one.situation === 'UNKNOWN' ? [] : [factsOf(one, record)]));
}

/** Under which of their ids a person is a member with an employer, or would be. */
export async function memberIdAt(
  read: Reading,
  { participantId, tookOver }: Pick<Correctable, 'participantId' | 'tookOver'>,
  employerId: string,
): Promise<string> {
  if (!tookOver) return participantId;
  const { ids } = await onePerson(read, participantId);
  const lists = await Promise.all(ids.map((id) => read.state(employments, id)));
  const place = lists.findIndex(({ memberships: listed }) =>
    listed.some((one) => one.employerId === employerId),
  );
  return ids[place] ?? participantId;
}

/** Whether somebody worked there on a day of a month, by what was reported. */
export const workedIn = (membership: MembershipFacts, month: Period): boolean =>
  workedBetween(membership, firstDayOf(month), lastDayOf(month));

/** Whether somebody worked there on a day, by what was reported. */
export const workedOn = (membership: MembershipFacts, day: LocalDate): boolean =>
  workedBetween(membership, day, day);

const workedBetween = ({ reported }: MembershipFacts, from: LocalDate, to: LocalDate): boolean =>
  reported.some(({ startedOn, endedOn }) => startedOn <= to && (endedOn === undefined || endedOn >= from));
