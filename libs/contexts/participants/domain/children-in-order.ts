import { type Reading, view } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import { idsOfPerson } from './participant-facts.js';

/** Ids of the registered children, in the order of registration or as that was corrected. */
const childrenInOrder = view<readonly string[], ParticipantEvent>(participants, {
  initial: [],
  evolve(childIds, event) {
    if (event.type === 'ChildRegistered') return [...childIds, event.data.childId];
    if (event.type === 'ChildRemoved') return childIds.filter((id) => id !== event.data.childId);
    return event.type === 'ChildrenReordered' ? event.data.childIds : childIds;
  },
});

/** The place of a child among those who are registered, from 1; undefined where it is not, or is no more. */
export async function placeOfChild(
  read: Reading,
  participantId: string,
  childId: string,
): Promise<number | undefined> {
  const own = await read.state(childrenInOrder, participantId);
  if (own.includes(childId)) return own.indexOf(childId) + 1;
  // Named under another id of the same person.
  const ids = await idsOfPerson(read, participantId);
  const all = (await Promise.all(ids.map((id) => read.state(childrenInOrder, id)))).flat();
  return all.includes(childId) ? all.indexOf(childId) + 1 : undefined;
}

/** The same streams as `participants`: every child that was ever registered, by the id under which it was. */
const everRegistered = view<readonly NamedChild[], ParticipantEvent>(participants, {
  initial: [],
  evolve: (known, { type, data }) =>
    type === 'ChildRegistered'
      ? [...known, { participantId: data.participantId, childId: data.childId }]
      : known,
});

/** A child, and the id under which its parent registered it. */
export interface NamedChild {
  readonly participantId: string;
  readonly childId: string;
}

/** Every child that somebody ever registered, under whichever id. */
export async function childrenEverNamed(
  read: Reading,
  participantId: string,
): Promise<readonly NamedChild[]> {
  const ids = await idsOfPerson(read, participantId);
  return (await Promise.all(ids.map((id) => read.state(everRegistered, id)))).flat();
}
