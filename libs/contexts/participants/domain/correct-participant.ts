import { type CommandContext, Rejection, opened } from '#kernel';
import { mayRegisterAtAge } from '#law';
import {
  type Correctable,
  type CorrectableState,
  type PendingCorrection,
  knownPerson,
  notErased,
  stillConfirmed,
} from './correctable.js';
import type {
  CorrectionSubject,
  EvidenceKind,
  NikDifferenceConfirmed,
  ParticipantCorrected,
  PersonDetails,
} from './correction.events.js';
import { CORRECTION_RULES } from './correction-rules.js';
import type { ParticipantEvent, RegistrationWarning } from './participant.events.js';
import { correctionRefusals, participantRefusals } from './refusals.js';
import { registrationWarnings } from './register-participant.js';

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
    correctionId,
    subjects: [...details.map((one) => SUBJECTS[one]), ...(moved ? (['DISTRICT'] as const) : [])],
    ...(moved && { district }),
    evidence: evidence.kind,
    requesterId: context.actor.id,
    person: { evidenceNumber: evidence.number, asked: only(person, details) },
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
  { correctionId, evidence }: ConfirmNikDifferenceInput,
  state: CorrectableState,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const known = knownPerson(state);
  notErased(known);
  const proposal: PendingCorrection = {
    correctionId,
    subjects: ['NIK_DIFFERENCE'],
    evidence: evidence.kind,
    requesterId: context.actor.id,
    person: { evidenceNumber: evidence.number, asked: {} },
  };
  return madeOrAsked(proposal, known, context);
}

/** What one person may correct is corrected; what needs a second one is asked for, if it could be made. */
function madeOrAsked(
  proposal: PendingCorrection,
  known: Correctable,
  context: CommandContext,
): readonly ParticipantEvent[] {
  const { subjects, evidence } = proposal;
  for (const subject of subjects) {
    const papers = CORRECTION_RULES[subject].evidence;
    if (!papers.includes(evidence)) {
      throw new Rejection(correctionRefusals.EVIDENCE_DOES_NOT_SHOW_IT({ subject, papers }));
    }
  }
  const pending = known.pending.find((one) => one.subjects.some((subject) => subjects.includes(subject)));
  if (pending) throw new Rejection(correctionRefusals.CORRECTION_PENDING(pending));
  const made = madeOf(proposal, known, context);
  if (!subjects.some((subject) => CORRECTION_RULES[subject].secondPerson)) return [made];
  const { participantId } = known;
  return [{ type: 'CorrectionRequested', data: { participantId, ...proposal, effectiveOn: context.today } }];
}

/** The correction as it is made now, on what the person is like now. */
export function madeOf(
  proposal: PendingCorrection,
  known: Correctable,
  { today }: CommandContext,
  confirmerId?: string,
): ParticipantCorrected | NikDifferenceConfirmed {
  const { correctionId, subjects, evidence, requesterId, district } = proposal;
  const person = notErased(known);
  const paper = opened(proposal.person);
  if (!paper) throw new Rejection(correctionRefusals.PERSONAL_DATA_ERASED());
  const { evidenceNumber, asked } = paper;
  const { participantId, segment, registeredOn } = known;
  const made = { participantId, correctionId, evidence, requesterId, effectiveOn: today };
  if (subjects.includes('NIK_DIFFERENCE')) {
    const warnings = known.warnings.filter((one) => NIK_DIFFERENCES.includes(one));
    if (warnings.length === 0) throw new Rejection(correctionRefusals.NIK_AGREES());
    return {
      type: 'NikDifferenceConfirmed',
      data: { ...made, warnings, confirmerId: confirmerId ?? requesterId, person: { evidenceNumber } },
    };
  }
  const now = { ...person, ...asked };
  if (now.birthDate >= registeredOn) {
    throw new Rejection(participantRefusals.BIRTH_DATE_IN_FUTURE({ of: 'PARTICIPANT' }));
  }
  const warnings: RegistrationWarning[] = registrationWarnings(now);
  if (!mayRegisterAtAge(segment, now.birthDate, registeredOn)) warnings.push('AGE_OUTSIDE_LIMITS');
  const confirmed = stillConfirmed(known.confirmedDifferences, subjects);
  return {
    type: 'ParticipantCorrected',
    data: {
      ...made,
      subjects,
      ...(district !== undefined && { district, formerDistrict: known.district }),
      warnings: warnings.filter((one) => !confirmed.includes(one)),
      ...(confirmerId !== undefined && { confirmerId }),
      person: {
        evidenceNumber,
        now: asked,
        before: only(person, Object.keys(asked) as (keyof PersonDetails)[]),
      },
    },
  };
}

const NIK_DIFFERENCES: readonly RegistrationWarning[] = ['NIK_BIRTH_DATE_DIFFERS', 'NIK_SEX_DIFFERS'];

function only(person: PersonDetails, details: readonly (keyof PersonDetails)[]): PersonDetails {
  return Object.fromEntries(
    details.flatMap((one) => (person[one] === undefined ? [] : [[one, person[one]]])),
  );
}
