import { type LocalDate, type Reading, daysBetween, recordedBy, view } from '#kernel';
import { contributions } from './contributions.js';
import type { MembershipEvent } from './membership.events.js';
import { membershipsOfPerson } from './membership-facts.js';
import { memberships } from './membership.js';
import type { ContributionEvent, ParticipantEvent } from './participant.events.js';
import { idsOfPerson } from './participant-facts.js';
import { participants } from './participant.js';

/** Somebody registered a person, reported them as a worker, or took a payment for them. */
interface TakenIn {
  readonly by: string;
  readonly on: LocalDate;
}

/** The same streams as `participants`, for whoever asks who has registered somebody. */
const registered = view<readonly TakenIn[], ParticipantEvent>(participants, {
  initial: [],
  evolve(state, event) {
    const by = recordedBy(event);
    return by !== undefined && event.type === 'ParticipantRegistered'
      ? [...state, { by, on: event.data.effectiveOn }]
      : state;
  },
});

/** The same streams as `contributions`, for whoever asks who has taken a payment. */
const paid = view<readonly TakenIn[], ContributionEvent>(contributions, {
  initial: [],
  evolve(state, event) {
    const by = recordedBy(event);
    return by !== undefined && event.type === 'ContributionPaid'
      ? [...state, { by, on: event.data.paidOn }]
      : state;
  },
});

/** The same streams as `memberships`, for whoever asks who reported somebody as a worker. */
const joined = view<readonly TakenIn[], MembershipEvent>(memberships, {
  initial: [],
  evolve(state, event) {
    const by = recordedBy(event);
    return by !== undefined && event.type === 'WorkerJoined'
      ? [...state, { by, on: event.data.effectiveOn }]
      : state;
  },
});

/**
 * Subjects of those who registered a person, under any of their ids, or took a payment for them, so near to a day. As the log has it: also
 * of what earlier releases recorded.
 * @param days before and after the day
 */
export async function takersAround(
  read: Reading,
  participantId: string,
  day: LocalDate,
  days: number,
): Promise<readonly string[]> {
  const ids = await idsOfPerson(read, participantId);
  const work = await membershipsOfPerson(read, participantId);
  const all = await Promise.all([
    ...ids.map((id) => read.state(registered, id)),
    ...ids.map((id) => read.state(paid, id)),
    ...work.map(({ membershipId }) => read.state(joined, membershipId)),
  ]);
  const near = all.flat().filter(({ on }) => Math.abs(daysBetween(on, day)) <= days);
  return [...new Set(near.map(({ by }) => by))];
}
