import { Rejection } from '#kernel';
import type { Correctable, KnownChild, KnownHeir } from './correctable.js';
import type { PersonDetails } from './correction.events.js';
import type {
  ChildCorrected,
  ChildRemoved,
  ChildrenReordered,
  HeirCorrected,
  HeirRemoved,
} from './family-correction.events.js';
import { type Making, begun, only } from './making.js';
import { correctionRefusals } from './correction-refusals.js';
import { participantRefusals } from './refusals.js';

/** @throws Rejection `CHILD_NOT_FOUND` */
export function childOf({ children }: Correctable, childId: string | undefined): KnownChild {
  const child = children.find((one) => one.childId === childId);
  if (!child) throw new Rejection(correctionRefusals.CHILD_NOT_FOUND());
  return child;
}

/** @throws Rejection `HEIR_NOT_FOUND` */
export function heirOf({ heirs }: Correctable, heirId: string | undefined): KnownHeir {
  const heir = heirs.find((one) => one.heirId === heirId);
  if (!heir) throw new Rejection(correctionRefusals.HEIR_NOT_FOUND());
  return heir;
}

/** @throws Rejection `CHILD_NOT_FOUND`, `BIRTH_DATE_IN_FUTURE` */
export function childCorrected(making: Making): ChildCorrected | ChildRemoved {
  const { proposal, paper, known, today, confirmerId = proposal.requesterId } = making;
  const { childId, person } = childOf(known, proposal.childId);
  const { evidenceNumber, asked } = paper;
  const made = { ...begun(making), childId, confirmerId };
  if (proposal.removes) return { type: 'ChildRemoved', data: { ...made, person: { evidenceNumber } } };
  const now = only(asked, ['name', 'birthDate']);
  if (now.birthDate !== undefined && now.birthDate > today) {
    throw new Rejection(participantRefusals.BIRTH_DATE_IN_FUTURE({ of: 'CHILD' }));
  }
  return {
    type: 'ChildCorrected',
    data: { ...made, person: { evidenceNumber, now, before: valuesBefore(person, now) } },
  };
}

/** One of the children comes first, before all others that are named by now. @throws Rejection `CHILD_NOT_FOUND` */
export function childrenReordered(making: Making): ChildrenReordered {
  const { proposal, paper, known, confirmerId = proposal.requesterId } = making;
  const { childId: first } = childOf(known, proposal.childId);
  const formerChildIds = known.children.map(({ childId }) => childId);
  const childIds = [first, ...formerChildIds.filter((childId) => childId !== first)];
  const { evidenceNumber } = paper;
  return {
    type: 'ChildrenReordered',
    data: { ...begun(making), childIds, formerChildIds, confirmerId, person: { evidenceNumber } },
  };
}

/** @throws Rejection `HEIR_NOT_FOUND` */
export function heirCorrected(making: Making): HeirCorrected | HeirRemoved {
  const { proposal, paper, known, confirmerId = proposal.requesterId } = making;
  const { heirId, relation: formerRelation, person } = heirOf(known, proposal.heirId);
  const { evidenceNumber, asked } = paper;
  const made = { ...begun(making), heirId, confirmerId };
  if (proposal.removes) return { type: 'HeirRemoved', data: { ...made, person: { evidenceNumber } } };
  const now = only(asked, ['name', 'phone']);
  const { relation } = proposal;
  return {
    type: 'HeirCorrected',
    data: {
      ...made,
      ...(relation && { relation, formerRelation }),
      person: { evidenceNumber, now, before: valuesBefore(person, now) },
    },
  };
}

const valuesBefore = (person: PersonDetails | undefined, now: PersonDetails): PersonDetails =>
  only(person ?? {}, Object.keys(now) as (keyof PersonDetails)[]);
