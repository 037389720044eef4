import { describe, expect, it } from '@jest/globals';
import { ERASED, fold } from '#kernel';
import { contextBy, decisionSpec } from '#testing/decisions';
import { assignNik, correctNik } from './correct-nik.js';
import { type Correctable, correctables } from './correctable.js';
import {
  CORRECTION,
  REGISTRAR,
  RIGHT_NIK,
  RIGHT_NIK_ID,
  SUPERVISOR,
  correctionRefused,
  nikAsked,
  nikAssigned,
  nikCorrected,
} from './correction.examples.js';
import { confirmCorrection } from './decide-correction.js';
import { NikPassedOver } from './nik-chain.js';
import type { ParticipantEvent } from './participant.events.js';
import { REGISTER_SITI, SITI, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { registerParticipant } from './register-participant.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(correctables);

const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');

const correction = { participantId: SITI, correctionId: CORRECTION };
const asked = {
  ...correction,
  nik: RIGHT_NIK,
  nikId: RIGHT_NIK_ID,
  evidence: { kind: 'DUKCAPIL_ANSWER', number: 'DUKCAPIL-77' },
} as const;
const nobodys = { holder: undefined };

const OTHER = '99999999-9999-8999-8999-999999999999';
const known = (...events: ParticipantEvent[]) => fold(correctables, events) as Correctable;
const siti = (...events: ParticipantEvent[]) => known(sitiRegistered(), ...events);
const other = (...events: ParticipantEvent[]) => known(sitiRegistered({ participantId: OTHER }), ...events);

describe('Another NIK', () => {
  it('is asked for with the answer of Dukcapil, and made by a second person; the participant keeps the id', () => {
    given([sitiRegistered()])
      .when((state) => correctNik(asked, state, asRegistrar, nobodys))
      .thenRecorded([nikAsked]);
    given([sitiRegistered(), nikAsked])
      .when((state) => confirmCorrection(correction, state, asSupervisor))
      .thenRecorded([nikCorrected]);
    given([sitiRegistered(), nikAsked])
      .when((state) => confirmCorrection(correction, state, contextBy(REGISTRAR, 'supervisor')))
      .thenRejected('ENTERED_BY_YOU');
  });

  it.each([
    ['NIK_HELD_BY_ANOTHER', asked, { holder: other() }],
    ['NIK_MALFORMED', { ...asked, nik: '0000059905900001' }, nobodys],
    ['NOTHING_TO_CORRECT', { ...asked, nik: REGISTER_SITI.person.nik }, nobodys],
    ['EVIDENCE_DOES_NOT_SHOW_IT', { ...asked, evidence: { kind: 'KK', number: '1' } as const }, nobodys],
  ])('is refused with %s', (code, input, facts) => {
    given([sitiRegistered()])
      .when((state) => correctNik(input, state, asRegistrar, facts))
      .thenRejected(code);
  });

  it('is refused of somebody who was erased', () => {
    given([sitiRegistered({ person: ERASED })])
      .when((state) => correctNik(asked, state, asRegistrar, nobodys))
      .thenRejected('PERSONAL_DATA_ERASED');
  });
});

describe('A place in the chain of a NIK', () => {
  const taking = (history: readonly ParticipantEvent[], facts: Parameters<typeof assignNik>[3]) =>
    given(history).when((place) => assignNik(correction, place, asSupervisor, facts));

  it('is taken where it is empty, once for one correction', () => {
    taking([], { subject: siti(nikAsked) }).thenRecorded([nikAssigned]);
    taking([nikAssigned], { subject: siti(nikAsked), assignee: siti(nikAsked) }).thenNothing();
  });

  it('is not taken for a correction that was refused, nor by whoever asked for it', () => {
    taking([], { subject: siti(nikAsked, correctionRefused) }).thenRejected('CORRECTION_NOT_FOUND');
    given([])
      .when((place) =>
        assignNik(correction, place, contextBy(REGISTRAR, 'supervisor'), { subject: siti(nikAsked) }),
      )
      .thenRejected('ENTERED_BY_YOU');
  });

  it('belongs to whoever is registered there, and to whom it was assigned, before the correction is made and after', () => {
    const another = {
      ...nikAssigned,
      data: { ...nikAssigned.data, correctionId: 'another', participantId: OTHER },
    };
    const ofAnother = { ...nikAsked, data: { ...nikAsked.data, correctionId: 'another' } };
    const madeOfAnother = { ...nikCorrected, data: { ...nikCorrected.data, correctionId: 'another' } };
    taking([sitiRegistered({ participantId: OTHER })], { subject: siti(nikAsked) }).thenRejected(
      'NIK_HELD_BY_ANOTHER',
    );
    for (const assignee of [other(ofAnother), other(madeOfAnother)]) {
      taking([another], { subject: siti(nikAsked), assignee }).thenRejected('NIK_HELD_BY_ANOTHER');
    }
  });

  it('is passed over once its holder has another NIK, or the correction was refused', () => {
    const [mistyped, refused] = [
      [
        sitiRegistered({ participantId: OTHER }),
        { ...nikCorrected, data: { ...nikCorrected.data, participantId: OTHER } },
      ],
      [{ ...nikAssigned, data: { ...nikAssigned.data, correctionId: 'another', participantId: OTHER } }],
    ];
    expect(() => taking(mistyped, { subject: siti(nikAsked) })).toThrow(NikPassedOver);
    expect(() => taking(refused, { subject: siti(nikAsked), assignee: other() })).toThrow(NikPassedOver);
  });
});

describe('Registering under a NIK', () => {
  const registering = (history: readonly ParticipantEvent[], assignee?: Correctable) =>
    registerParticipant(REGISTER_SITI, fold(participants, history), asRegistrar, {
      sponsor: sponsors.initial,
      ...(assignee && { assignee }),
    });

  it('goes on to the next place where whoever stood here has another NIK by now', () => {
    expect(() => registering([sitiRegistered(), nikAsked, nikCorrected])).toThrow(NikPassedOver);
    expect(() => registering([nikAssigned], siti(nikAsked, correctionRefused))).toThrow(NikPassedOver);
  });

  it('is refused where the NIK was corrected to somebody, whom it names', () => {
    expect(() => registering([nikAssigned], siti(nikAsked))).toThrow(
      expect.objectContaining({
        code: 'ALREADY_REGISTERED',
        details: expect.objectContaining({ facts: { participantId: SITI } }),
      }),
    );
    expect(() => registering([nikAssigned], siti(nikAsked, nikCorrected))).toThrow(
      expect.objectContaining({ code: 'ALREADY_REGISTERED' }),
    );
  });
});
