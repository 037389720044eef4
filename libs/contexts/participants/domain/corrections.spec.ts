import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { contextBy, decisionSpec } from '#testing/decisions';
import { confirmNikDifference, correctParticipant } from './correct-participant.js';
import { type CorrectableState, correctables } from './correctable.js';
import type { ParticipantEvent } from './participant.events.js';
import {
  CORRECTION,
  REGISTRAR,
  SUPERVISOR,
  birthDateAsked,
  birthDateCorrected,
  correctionRefused,
  nameCorrected,
  nikDifferenceConfirmed,
} from './correction.examples.js';
import { CORRECTION_SUBJECTS, EVIDENCE_KINDS } from './correction.events.js';
import { CORRECTION_RULES } from './correction-rules.js';
import { confirmCorrection, refuseCorrection } from './decide-correction.js';
import { SITI, sitiDied, sitiRegistered } from './participant.examples.js';

const given = decisionSpec(correctables);

const decided = (
  history: readonly ParticipantEvent[],
  decide: (state: CorrectableState) => readonly ParticipantEvent[],
) => decide(fold(correctables, history));

const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');

const correction = { participantId: SITI, correctionId: CORRECTION };
const onKtp = { kind: 'E_KTP', number: 'KTP-1' } as const;
const onBirthCertificate = { kind: 'BIRTH_CERTIFICATE', number: 'AKL-3216/1990' } as const;
const anotherBirthDate = {
  ...correction,
  person: { birthDate: localDate('1990-06-12') },
  evidence: onBirthCertificate,
};

describe('Correcting what was typed wrong', () => {
  it('changes a name and a district at once, and keeps what stood there', () => {
    given([sitiRegistered()])
      .when((state) =>
        correctParticipant(
          { ...correction, district: '321606', person: { name: 'Siti Rohmawati' }, evidence: onKtp },
          state,
          asRegistrar,
        ),
      )
      .thenRecorded([nameCorrected]);
  });

  it('corrects the dead as well: their papers are read once more', () => {
    const name = { ...correction, person: { name: 'Siti Rohmawati' }, evidence: onKtp };
    const [made] = decided([sitiRegistered(), sitiDied('2026-11-10')], (state) =>
      correctParticipant(name, state, asRegistrar),
    );
    expect(made).toMatchObject({ type: 'ParticipantCorrected', data: { subjects: ['NAME'] } });
  });

  it('only asks a second person for another birth date', () => {
    given([sitiRegistered()])
      .when((state) => correctParticipant(anotherBirthDate, state, asRegistrar))
      .thenRecorded([birthDateAsked]);
  });

  it('takes no notice of what is recorded so already', () => {
    given([sitiRegistered(), nameCorrected])
      .when((state) =>
        correctParticipant(
          { ...correction, district: '321606', person: { name: 'Siti Rohmawati' }, evidence: onKtp },
          state,
          asRegistrar,
        ),
      )
      .thenRejected('NOTHING_TO_CORRECT');
  });

  it('needs a paper that shows it, and says which do', () => {
    const { details } = given([sitiRegistered()])
      .when((state) => correctParticipant({ ...anotherBirthDate, evidence: onKtp }, state, asRegistrar))
      .thenRejected('EVIDENCE_DOES_NOT_SHOW_IT');
    expect(details.allowed).toEqual(['BIRTH_CERTIFICATE', 'DUKCAPIL_ANSWER', 'COURT_RULING']);
  });

  it('is not asked for twice', () => {
    const { details } = given([sitiRegistered(), birthDateAsked])
      .when((state) => correctParticipant(anotherBirthDate, state, asRegistrar))
      .thenRejected('CORRECTION_PENDING');
    expect(details.facts).toEqual({ correctionId: CORRECTION });
  });

  it('refuses a birth after the registration', () => {
    const later = { ...anotherBirthDate, person: { birthDate: localDate('2026-11-02') } };
    given([sitiRegistered()])
      .when((state) => correctParticipant(later, state, asRegistrar))
      .thenRejected('BIRTH_DATE_IN_FUTURE');
  });

  it('is refused of somebody who was erased, and of nobody', () => {
    given([sitiRegistered({ person: ERASED })])
      .when((state) => correctParticipant(anotherBirthDate, state, asRegistrar))
      .thenRejected('PERSONAL_DATA_ERASED');
    given([])
      .when((state) => correctParticipant(anotherBirthDate, state, asRegistrar))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });
});

describe('A correction that was asked for', () => {
  it('is made by a second person', () => {
    given([sitiRegistered(), birthDateAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([birthDateCorrected]);
  });

  it('is not confirmed by whoever asked, whatever their role', () => {
    given([sitiRegistered(), birthDateAsked])
      .when((state) => confirmCorrection(correction, state, contextBy(REGISTRAR, 'supervisor')))
      .thenRejected('ENTERED_BY_YOU');
  });

  it('is decided on once', () => {
    for (const decision of [birthDateCorrected, correctionRefused]) {
      given([sitiRegistered(), birthDateAsked, decision])
        .when((state) => confirmCorrection(correction, state, asSupervisor))
        .thenRejected('CORRECTION_NOT_FOUND');
    }
  });

  it('is refused by a supervisor, or taken back by whoever asked', () => {
    const refusal = { ...correction, reason: 'EVIDENCE_NOT_ENOUGH' } as const;
    given([sitiRegistered(), birthDateAsked])
      .when((state) => refuseCorrection(refusal, state, asSupervisor))
      .thenRecorded([correctionRefused]);
    given([sitiRegistered(), birthDateAsked])
      .when((state) => refuseCorrection(refusal, state, asRegistrar))
      .thenRecorded([{ ...correctionRefused, data: { ...correctionRefused.data, deciderId: REGISTRAR } }]);
    given([sitiRegistered(), birthDateAsked])
      .when((state) => refuseCorrection(refusal, state, contextBy('registrar-2', 'registrar')))
      .thenRejected('CORRECTION_OF_ANOTHER');
  });

  it('can be asked for again after a refusal', () => {
    given([sitiRegistered(), birthDateAsked, correctionRefused])
      .when((state) => correctParticipant(anotherBirthDate, state, asRegistrar))
      .thenRecorded([birthDateAsked]);
  });

  it('is not made of somebody who was erased meanwhile', () => {
    given([
      sitiRegistered({ person: ERASED }),
      { ...birthDateAsked, data: { ...birthDateAsked.data, person: ERASED } },
    ])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRejected('PERSONAL_DATA_ERASED');
  });
});

describe('A warning about the NIK', () => {
  const differs = sitiRegistered({
    warnings: ['NIK_BIRTH_DATE_DIFFERS'],
    person: { ...personOf(sitiRegistered()), birthDate: localDate('1990-06-12') },
  });
  const byDukcapil = { ...correction, evidence: { kind: 'DUKCAPIL_ANSWER', number: 'DUKCAPIL-77' } } as const;

  it('is cleared by the correction of what differed', () => {
    const right = { ...anotherBirthDate, person: { birthDate: localDate('1990-05-12') } };
    const [asked] = decided([differs], (state) => correctParticipant(right, state, asRegistrar));
    const [made] = decided([differs, asked!], (state) => confirmCorrection(correction, state, asSupervisor));
    expect(made).toMatchObject({ data: { warnings: [] } });
  });

  it('is cleared by two persons who see that both are right', () => {
    const [asked] = decided([differs], (state) => confirmNikDifference(byDukcapil, state, asRegistrar));
    given([differs, asked!])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([nikDifferenceConfirmed]);
  });

  it('stays cleared while other things are corrected, and comes back with another birth date', () => {
    const name = { ...correction, person: { name: 'Siti Rohmawati' }, evidence: onKtp };
    const [named] = decided([differs, nikDifferenceConfirmed], (state) =>
      correctParticipant(name, state, asRegistrar),
    );
    expect(named).toMatchObject({ data: { warnings: [] } });
    const again = { ...anotherBirthDate, person: { birthDate: localDate('1991-06-12') } };
    const [asked] = decided([differs, nikDifferenceConfirmed], (state) =>
      correctParticipant(again, state, asRegistrar),
    );
    const [made] = decided([differs, nikDifferenceConfirmed, asked!], (state) =>
      confirmCorrection(correction, state, asSupervisor),
    );
    expect(made).toMatchObject({ data: { warnings: ['NIK_BIRTH_DATE_DIFFERS'] } });
  });

  it('is not confirmed where there is none', () => {
    given([sitiRegistered()])
      .when((state) => confirmNikDifference(byDukcapil, state, asRegistrar))
      .thenRejected('NIK_AGREES');
  });

  it('tells of a birth date with which they could not have been registered', () => {
    const old = { ...anotherBirthDate, person: { birthDate: localDate('1950-05-12') } };
    const [asked] = decided([sitiRegistered()], (state) => correctParticipant(old, state, asRegistrar));
    const [made] = decided([sitiRegistered(), asked!], (state) =>
      confirmCorrection(correction, state, asSupervisor),
    );
    expect(made).toMatchObject({ data: { warnings: ['NIK_BIRTH_DATE_DIFFERS', 'AGE_OUTSIDE_LIMITS'] } });
  });
});

describe('The table of corrections', () => {
  it.each(CORRECTION_SUBJECTS)('names a paper for %s', (subject) => {
    const { evidence } = CORRECTION_RULES[subject];
    expect(evidence.length).toBeGreaterThan(0);
    expect(EVIDENCE_KINDS).toEqual(expect.arrayContaining([...evidence]));
  });
});

function personOf({ data: { person } }: ReturnType<typeof sitiRegistered>) {
  if ('erased' in person) throw new Error('Nobody is erased here');
  return person;
}
