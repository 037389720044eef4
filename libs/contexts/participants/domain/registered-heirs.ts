import type { Relation } from '#law';
import { type Reading, opened, view } from '#kernel';
import type { HeirRelation, ParticipantEvent } from './participant.events.js';
import { idsOfPerson } from './participant-facts.js';
import { participants } from './participant.js';

/** Somebody who was registered as an heir; the name is gone once the person was erased. */
export interface RegisteredHeir {
  readonly heirId: string;
  readonly relation: Relation;
  readonly name?: string;
}

/** How the law calls them. */
const RELATION: Readonly<Record<HeirRelation, Relation>> = {
  WIDOW: 'SPOUSE',
  WIDOWER: 'SPOUSE',
  CHILD: 'CHILD',
  PARENT: 'PARENT',
  GRANDCHILD: 'GRANDCHILD',
  GRANDPARENT: 'GRANDPARENT',
  SIBLING: 'SIBLING',
  PARENT_IN_LAW: 'PARENT_IN_LAW',
  BY_WILL: 'NAMED_IN_WILL',
};

/** The same streams as `participants`, for whoever asks who the heirs are. */
const registered = view<readonly RegisteredHeir[], ParticipantEvent>(participants, {
  initial: [],
  evolve(heirs, event) {
    if (event.type === 'HeirRegistered') {
      const { heirId, relation, person } = event.data;
      return [...heirs, { heirId, relation: RELATION[relation], name: opened(person)?.name }];
    }
    if (event.type === 'HeirCorrected') {
      const { heirId, relation, person } = event.data;
      const { name } = opened(person)?.now ?? {};
      return heirs.map((heir) =>
        heir.heirId === heirId
          ? { ...heir, ...(relation && { relation: RELATION[relation] }), ...(name && { name }) }
          : heir,
      );
    }
    return event.type === 'HeirRemoved' ? heirs.filter(({ heirId }) => heirId !== event.data.heirId) : heirs;
  },
});

/** Whom a participant has named as heirs, under any of their ids. */
export async function registeredHeirs(
  read: Reading,
  participantId: string,
): Promise<readonly RegisteredHeir[]> {
  const ids = await idsOfPerson(read, participantId);
  return (await Promise.all(ids.map((id) => read.state(registered, id)))).flat();
}
