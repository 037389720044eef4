import { type CommandContext, Rejection, opened } from '#kernel';
import { mayRegisterAtAge } from '#law';
import { ageBandOf } from './age-bands.js';
import { type Correctable, type Person, type PendingCorrection, notErased } from './correctable.js';
import { stillConfirmed } from './correctable-after.js';
import {
  type CorrectionSubject,
  DETAIL_SUBJECTS,
  type NikCorrected,
  type NikDifferenceConfirmed,
  type ParticipantCorrected,
  type PersonDetails,
} from './correction.events.js';
import { deathCorrected } from './make-death-correction.js';
import { childCorrected, childrenReordered, heirCorrected } from './make-family-correction.js';
import { type Making, begun, only } from './making.js';
import type { ParticipantMergedInto, ParticipantSplitOff } from './merger.events.js';
import type { RegistrationWarning } from './participant.events.js';
import { correctionRefusals } from './correction-refusals.js';
import { participantRefusals } from './refusals.js';
import { registrationWarnings } from './register-participant.js';

type Made =
  | ParticipantCorrected
  | NikDifferenceConfirmed
  | NikCorrected
  | ParticipantMergedInto
  | ParticipantSplitOff
  | ReturnType<typeof childCorrected>
  | ReturnType<typeof heirCorrected>
  | ReturnType<typeof childrenReordered>
  | ReturnType<typeof deathCorrected>;

/** What is more than another value of the person's papers. */
const MAKERS: Partial<Readonly<Record<CorrectionSubject, (making: Making) => Made>>> = {
  CHILD: childCorrected,
  CHILD_ORDER: childrenReordered,
  DEATH: deathCorrected,
  HEIR: heirCorrected,
  MERGER: mergedInto,
  NIK: nikCorrected,
  NIK_DIFFERENCE: nikDifferenceConfirmed,
  SPLIT: splitOff,
};

/**
 * The correction as it is made now, on what the person is like now.
 * @param confirmerId the second person, once there is one
 * @throws Rejection `PERSONAL_DATA_ERASED`, `NIK_AGREES`, `BIRTH_DATE_IN_FUTURE`, `CHILD_NOT_FOUND`, `HEIR_NOT_FOUND`,
 *   `DEATH_NOT_REPORTED`, `DEATH_IN_FUTURE`, `DEATH_BEFORE_REGISTRATION`
 */
export function madeOf(
  proposal: PendingCorrection,
  known: Correctable,
  { today }: CommandContext,
  confirmerId?: string,
): Made {
  const person = notErased(known);
  const paper = opened(proposal.person);
  if (!paper) throw new Rejection(correctionRefusals.PERSONAL_DATA_ERASED());
  const [subject] = proposal.subjects;
  const make = (subject && MAKERS[subject]) ?? participantCorrected;
  return make({ proposal, paper, known, person, today, confirmerId });
}

function participantCorrected(making: Making): ParticipantCorrected {
  const { proposal, paper, known, person, confirmerId } = making;
  const { subjects, district } = proposal;
  const { nik: _nik, nikId: _nikId, ...asked } = paper.asked;
  const now = { ...person, ...asked };
  if (now.birthDate >= known.registeredOn) {
    throw new Rejection(participantRefusals.BIRTH_DATE_IN_FUTURE({ of: 'PARTICIPANT' }));
  }
  const details = DETAIL_SUBJECTS.filter((one) => subjects.includes(one));
  const confirmed = stillConfirmed(known.confirmedDifferences, subjects);
  return {
    type: 'ParticipantCorrected',
    data: {
      ...begun(making),
      subjects: details,
      ...(district !== undefined && { district, formerDistrict: known.district }),
      ...(asked.sex !== undefined && { sex: asked.sex }),
      ...(asked.birthDate !== undefined && { ageBand: ageBandOf(asked.birthDate, known.registeredOn) }),
      warnings: warningsOf(now, known).filter((one) => !confirmed.includes(one)),
      ...(confirmerId !== undefined && { confirmerId }),
      person: {
        evidenceNumber: paper.evidenceNumber,
        now: asked,
        before: only(person, Object.keys(asked) as (keyof PersonDetails)[]),
      },
    },
  };
}

function nikCorrected(making: Making): NikCorrected {
  const { paper, known, person, proposal, confirmerId = proposal.requesterId } = making;
  const { nik, nikId } = paper.asked;
  if (nik === undefined || nikId === undefined) throw new Error('A correction of a NIK names none');
  return {
    type: 'NikCorrected',
    data: {
      ...begun(making),
      warnings: warningsOf({ ...person, nik }, known),
      confirmerId,
      person: { evidenceNumber: paper.evidenceNumber, nik, nikId, formerNik: person.nik },
    },
  };
}

function mergedInto(making: Making): ParticipantMergedInto {
  return { type: 'ParticipantMergedInto', data: decidedWith(making) };
}

function splitOff(making: Making): ParticipantSplitOff {
  return { type: 'ParticipantSplitOff', data: decidedWith(making) };
}

function decidedWith(making: Making): ParticipantMergedInto['data'] {
  const { paper, known, proposal, confirmerId = proposal.requesterId } = making;
  if (proposal.survivorId === undefined) throw new Error('A merger names no survivor');
  return {
    ...begun(making),
    survivorId: proposal.survivorId,
    segment: known.segment,
    confirmerId,
    person: { evidenceNumber: paper.evidenceNumber },
  };
}

function nikDifferenceConfirmed(making: Making): NikDifferenceConfirmed {
  const { paper, known, proposal, confirmerId = proposal.requesterId } = making;
  const warnings = known.warnings.filter((one) => one !== 'AGE_OUTSIDE_LIMITS');
  if (warnings.length === 0) throw new Rejection(correctionRefusals.NIK_AGREES());
  const { evidenceNumber } = paper;
  return {
    type: 'NikDifferenceConfirmed',
    data: { ...begun(making), warnings, confirmerId, person: { evidenceNumber } },
  };
}

/** What a person should look at: as at the registration, and whether they could have been registered at that age. */
function warningsOf(person: Person, { segment, registeredOn }: Correctable): RegistrationWarning[] {
  const mayRegister = mayRegisterAtAge(segment, person.birthDate, registeredOn);
  return [...registrationWarnings(person), ...(mayRegister ? [] : (['AGE_OUTSIDE_LIMITS'] as const))];
}
