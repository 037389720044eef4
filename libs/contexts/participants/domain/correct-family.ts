import { type CommandContext, type LocalDate, Rejection } from '#kernel';
import { type EvidenceInput, askedOn, madeOrAsked } from './correct-participant.js';
import { type CorrectableState, recordedPerson, notErased } from './correctable.js';
import type { PersonDetails } from './correction.events.js';
import { childOf, heirOf } from './make-family-correction.js';
import { only } from './making.js';
import type { HeirRelation, ParticipantEvent } from './participant.events.js';
import { correctionRefusals } from './correction-refusals.js';

interface FamilyInput {
  readonly participantId: string;
  readonly correctionId: string;
  readonly evidence: EvidenceInput;
}

export interface CorrectChildInput extends FamilyInput {
  readonly childId: string;
  readonly person: { readonly name?: string; readonly birthDate?: LocalDate };
}

export interface CorrectHeirInput extends FamilyInput {
  readonly heirId: string;
  readonly relation?: HeirRelation;
  readonly person?: { readonly name?: string; readonly phone?: string };
}

export type RemoveChildInput = FamilyInput & Pick<CorrectChildInput, 'childId'>;
/** The child that was named first. */
export type ReorderChildrenInput = RemoveChildInput;
export type RemoveHeirInput = FamilyInput & Pick<CorrectHeirInput, 'heirId'>;

/**
 * Asks a second person to correct what was typed wrong of a child (koreksi data anak).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `CHILD_NOT_FOUND`, `NOTHING_TO_CORRECT`,
 *   `BIRTH_DATE_IN_FUTURE`, `EVIDENCE_DOES_NOT_SHOW_IT`, `CORRECTION_PENDING`
 */
export function correctChild(
  { childId, person, ...input }: CorrectChildInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = recordedPerson(state);
  notErased(known);
  const asked = differing(person, childOf(known, childId).person, ['name', 'birthDate']);
  requireSomething(asked, undefined);
  return madeOrAsked(
    { ...askedOn(input, context, asked), subjects: ['CHILD'] as const, childId },
    known,
    context,
  );
}

/** Asks a second person to take a child off that was named by mistake. @throws Rejection as `correctChild` */
export function removeChild(
  { childId, ...input }: RemoveChildInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = recordedPerson(state);
  notErased(known);
  childOf(known, childId);
  const removal = {
    ...askedOn(input, context),
    subjects: ['CHILD'] as const,
    childId,
    removes: true as const,
  };
  return madeOrAsked(removal, known, context);
}

/**
 * Asks a second person to correct which child was named first (koreksi urutan anak).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `CHILD_NOT_FOUND`, `NOTHING_TO_CORRECT`,
 *   `EVIDENCE_DOES_NOT_SHOW_IT`, `CORRECTION_PENDING`
 */
export function reorderChildren(
  { childId, ...input }: ReorderChildrenInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = recordedPerson(state);
  notErased(known);
  if (known.children[0] === childOf(known, childId)) {
    throw new Rejection(correctionRefusals.NOTHING_TO_CORRECT());
  }
  return madeOrAsked(
    { ...askedOn(input, context), subjects: ['CHILD_ORDER'] as const, childId },
    known,
    context,
  );
}

/**
 * Asks a second person to correct what was typed wrong of an heir (koreksi data ahli waris).
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `HEIR_NOT_FOUND`, `NOTHING_TO_CORRECT`,
 *   `EVIDENCE_DOES_NOT_SHOW_IT`, `CORRECTION_PENDING`
 */
export function correctHeir(
  { heirId, relation, person = {}, ...input }: CorrectHeirInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = recordedPerson(state);
  notErased(known);
  const heir = heirOf(known, heirId);
  const asked = differing(person, heir.person, ['name', 'phone']);
  const other = relation === heir.relation ? undefined : relation;
  requireSomething(asked, other);
  const correction = {
    ...askedOn(input, context, asked),
    subjects: ['HEIR'] as const,
    heirId,
    ...(other && { relation: other }),
  };
  return madeOrAsked(correction, known, context);
}

/** Asks a second person to take an heir off that was named by mistake. @throws Rejection as `correctHeir` */
export function removeHeir(
  { heirId, ...input }: RemoveHeirInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = recordedPerson(state);
  notErased(known);
  heirOf(known, heirId);
  const removal = { ...askedOn(input, context), subjects: ['HEIR'] as const, heirId, removes: true as const };
  return madeOrAsked(removal, known, context);
}

function differing(
  said: PersonDetails,
  known: PersonDetails | undefined,
  details: readonly (keyof PersonDetails)[],
): PersonDetails {
  return only(
    said,
    details.filter((one) => said[one] !== undefined && said[one] !== known?.[one]),
  );
}

function requireSomething(asked: PersonDetails, relation: HeirRelation | undefined): void {
  if (Object.keys(asked).length === 0 && relation === undefined) {
    throw new Rejection(correctionRefusals.NOTHING_TO_CORRECT());
  }
}
