import { type SchoolStanding, scholarshipEndAge } from '#law';
import { type CommandContext, type LocalDate, Rejection, ageOn } from '#kernel';
import { namedLate } from './named-late.js';
import type { ParticipantEvent } from './participant.events.js';
import { type Deceased, type ParticipantState, type Registered, known } from './participant.js';
import { familyRefusals, participantRefusals } from './refusals.js';

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
  context: CommandContext,
): readonly ParticipantEvent[] {
  const participant = known(state);
  const { today } = context;
  if (participant.children.some(({ childId }) => childId === input.childId)) {
    throw new Rejection(familyRefusals.CHILD_ALREADY_REGISTERED());
  }
  if (participant.children.length >= MAX_CHILDREN) {
    throw new Rejection(familyRefusals.TOO_MANY_CHILDREN({ atMost: MAX_CHILDREN }));
  }
  if (input.person.birthDate > today) {
    throw new Rejection(participantRefusals.BIRTH_DATE_IN_FUTURE({ of: 'CHILD' }));
  }
  const endAge = scholarshipEndAge(today);
  if (ageOn(input.person.birthDate, firstDayOfRight(participant)) >= endAge) {
    throw new Rejection(familyRefusals.CHILD_TOO_OLD({ endAge }));
  }
  const late = namedLate(participant, context);
  return [{ type: 'ChildRegistered', data: { ...input, ...late, effectiveOn: today } }];
}

/** Years are also paid for the past, so only a child that was too old on this day never has a right. */
function firstDayOfRight(participant: Registered | Deceased): LocalDate {
  return participant.situation === 'DECEASED' ? participant.diedOn : participant.registeredOn;
}
