import {
  type DomainEvent,
  type EventOf,
  type LocalDate,
  type Reading,
  type Stream,
  daysBetween,
  recordedBy,
  view,
} from '#kernel';
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

/** The same streams, for whoever asks who has taken somebody in by an event of a type, and on which day. */
const takenIn = <Event extends DomainEvent, Type extends Event['type']>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
  type: Type,
  dayOf: (data: EventOf<Event, Type>['data']) => LocalDate,
) =>
  view<readonly TakenIn[], Event>(of, {
    initial: [],
    evolve(state, event) {
      const by = recordedBy(event);
      if (by === undefined || event.type !== type) return state;
      return [...state, { by, on: dayOf((event as EventOf<Event, Type>).data) }];
    },
  });

const registered = takenIn<ParticipantEvent, 'ParticipantRegistered'>(
  participants,
  'ParticipantRegistered',
  ({ effectiveOn }) => effectiveOn,
);

const paid = takenIn<ContributionEvent, 'ContributionPaid'>(
  contributions,
  'ContributionPaid',
  ({ paidOn }) => paidOn,
);

const joined = takenIn<MembershipEvent, 'WorkerJoined'>(
  memberships,
  'WorkerJoined',
  ({ effectiveOn }) => effectiveOn,
);

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
