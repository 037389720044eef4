import { type SchoolStanding, scholarshipEndAge } from '#law';
import { type CommandContext, type LocalDate, Rejection, ageOn } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import type { Deceased, ParticipantState, Registered } from './participant.js';
import { requireRegistered } from './require-registered.js';

export interface RegisterChildInput {
  readonly participantId: string;
  readonly childId: string;
  readonly school?: SchoolStanding;
  readonly person: { readonly name: string; readonly birthDate: LocalDate };
}

/** PP 44/2015 jo. PP 82/2019: at most two children get the scholarship, named by the participant or after the death. */
export const MAX_CHILDREN = 2;

/**
 * Names a child for the scholarship (pendaftaran anak penerima beasiswa).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `CHILD_ALREADY_REGISTERED`, `TOO_MANY_CHILDREN`, `BIRTH_DATE_IN_FUTURE`,
 *   `CHILD_TOO_OLD`
 */
export function registerChild(
  input: RegisterChildInput,
  state: ParticipantState,
  { today }: CommandContext,
): readonly ParticipantEvent[] {
  const participant = requireRegistered(state);
  if (participant.children.some(({ childId }) => childId === input.childId)) {
    throw new Rejection('CHILD_ALREADY_REGISTERED', 'This child is registered already');
  }
  if (participant.children.length >= MAX_CHILDREN) {
    throw new Rejection(
      'TOO_MANY_CHILDREN',
      `At most ${MAX_CHILDREN} children are registered for the scholarship`,
    );
  }
  if (input.person.birthDate > today) {
    throw new Rejection('BIRTH_DATE_IN_FUTURE', 'The birth date of the child lies in the future');
  }
  const endAge = scholarshipEndAge(today);
  if (ageOn(input.person.birthDate, firstDayOfRight(participant)) >= endAge) {
    throw new Rejection(
      'CHILD_TOO_OLD',
      `The scholarship ends at ${endAge}: this child would only take the place of another`,
    );
  }
  return [{ type: 'ChildRegistered', data: { ...input, effectiveOn: today } }];
}

/** Years are also paid for the past, so only a child that was too old on this day never has a right. */
function firstDayOfRight(participant: Registered | Deceased): LocalDate {
  return participant.situation === 'DECEASED' ? participant.diedOn : participant.registeredOn;
}
