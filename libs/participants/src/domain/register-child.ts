import type { SchoolStanding } from '#benefits';
import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import type { ParticipantEvent } from './participant.events.js';
import type { ParticipantState } from './participant.js';
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
 * @throws Rejection `NOT_REGISTERED`, `CHILD_ALREADY_REGISTERED`, `TOO_MANY_CHILDREN`, `BIRTH_DATE_IN_FUTURE`
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
  return [{ type: 'ChildRegistered', data: { ...input, effectiveOn: today } }];
}
