import { type DomainEvent, type LocalDate, type Reading, type Stream, daysBetween, view } from '#kernel';
import { contributions } from './contributions.js';
import { membershipsOfPerson } from './membership-facts.js';
import { memberships } from './membership.js';
import { idsOfPerson } from './participant-facts.js';
import { participants } from './participant.js';
import { type Touch, touchesIn } from './touches.js';

/** The same streams, for whoever asks who has taken somebody in, and on which day. */
const takenIn = <Event extends DomainEvent>(
  of: Pick<Stream<never, Event>, 'category' | 'upcasters' | 'of'>,
) =>
  view<readonly Touch[], Event>(of, {
    initial: [],
    evolve: (state, event) => [...state, ...touchesIn(event).filter(({ how }) => how === 'TOOK_IN')],
  });

const [registered, paid, joined] = [takenIn(participants), takenIn(contributions), takenIn(memberships)];

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
