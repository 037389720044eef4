import { type CommandContext, Rejection } from '#kernel';
import {
  type Correctable,
  type CorrectableState,
  type PendingCorrection,
  knownPerson,
  notErased,
} from './correctable.js';
import type { CorrectionSubject, EvidenceKind, LookedUpNik, PersonDetails } from './correction.events.js';
import { CORRECTION_RULES, requireEvidence } from './correction-rules.js';
import { madeOf } from './make-correction.js';
import { only } from './making.js';
import type { ParticipantEvent } from './participant.events.js';
import { correctionRefusals } from './correction-refusals.js';

/** The paper on which a correction rests. */
export interface EvidenceInput {
  readonly kind: EvidenceKind;
  readonly number: string;
}

export interface CorrectParticipantInput {
  readonly participantId: string;
  readonly correctionId: string;
  readonly district?: string;
  readonly person?: PersonDetails;
  readonly evidence: EvidenceInput;
}

const SUBJECTS: Readonly<Record<keyof PersonDetails, CorrectionSubject>> = {
  name: 'NAME',
  birthDate: 'BIRTH_DATE',
  sex: 'SEX',
  phone: 'PHONE',
  occupation: 'OCCUPATION',
  workplace: 'WORKPLACE',
};

const DETAILS = Object.keys(SUBJECTS) as readonly (keyof PersonDetails)[];

/**
 * Corrects what was typed wrong of a person (koreksi data peserta). What needs a second person is only asked for; said once
 * more as it already is, nothing is to be corrected.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `NOTHING_TO_CORRECT`, `EVIDENCE_DOES_NOT_SHOW_IT`,
 *   `CORRECTION_PENDING`, `BIRTH_DATE_IN_FUTURE`
 */
export function correctParticipant(
  { correctionId, district, person = {}, evidence }: CorrectParticipantInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = knownPerson(state);
  const before = notErased(known);
  const details = DETAILS.filter((one) => person[one] !== undefined && person[one] !== before[one]);
  const moved = district !== undefined && district !== known.district;
  const proposal: PendingCorrection = {
    ...askedOn({ correctionId, evidence }, context, only(person, details)),
    subjects: [...details.map((one) => SUBJECTS[one]), ...(moved ? (['DISTRICT'] as const) : [])],
    ...(moved && { district }),
  };
  if (proposal.subjects.length === 0) throw new Rejection(correctionRefusals.NOTHING_TO_CORRECT());
  return madeOrAsked(proposal, known, context);
}

export interface ConfirmNikDifferenceInput {
  readonly participantId: string;
  readonly correctionId: string;
  readonly evidence: EvidenceInput;
}

/**
 * Asks a second person to confirm that the NIK is right although it contradicts birth date or sex.
 * @throws Rejection `PARTICIPANT_NOT_FOUND`, `PERSONAL_DATA_ERASED`, `NIK_AGREES`, `EVIDENCE_DOES_NOT_SHOW_IT`,
 *   `CORRECTION_PENDING`
 */
export function confirmNikDifference(
  input: ConfirmNikDifferenceInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = knownPerson(state);
  notErased(known);
  return madeOrAsked({ ...askedOn(input, context), subjects: ['NIK_DIFFERENCE'] }, known, context);
}

/** What every proposal of a correction says: who asks, on which paper, and for which values of the person's papers. */
export const askedOn = (
  { correctionId, evidence }: Pick<ConfirmNikDifferenceInput, 'correctionId' | 'evidence'>,
  { actor }: CommandContext,
  asked: PersonDetails & Partial<LookedUpNik> = {},
): Omit<PendingCorrection, 'subjects'> => ({
  correctionId,
  evidence: evidence.kind,
  requesterId: actor.id,
  person: { evidenceNumber: evidence.number, asked },
});

/**
 * What one person may correct is corrected; what needs a second one is asked for, if it could be made.
 * @throws Rejection `EVIDENCE_DOES_NOT_SHOW_IT`, `CORRECTION_PENDING`
 */
export function madeOrAsked(
  proposal: PendingCorrection,
  known: Correctable,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const { subjects, evidence } = proposal;
  for (const subject of subjects) requireEvidence(subject, evidence);
  const { childId, heirId } = proposal;
  const pending = known.pending.find(
    (one) =>
      one.childId === childId &&
      one.heirId === heirId &&
      one.subjects.some((subject) => subjects.includes(subject)),
  );
  if (pending) throw new Rejection(correctionRefusals.CORRECTION_PENDING(pending));
  const made = madeOf(proposal, known, context);
  if (!subjects.some((subject) => CORRECTION_RULES[subject].secondPerson)) return [made];
  const { participantId } = known;
  return [{ type: 'CorrectionRequested', data: { participantId, ...proposal, effectiveOn: context.today } }];
}
