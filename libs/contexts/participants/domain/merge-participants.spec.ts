import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { contextBy, decisionSpec, logOf } from '#testing/decisions';
import { type CorrectableState, correctables } from './correctable.js';
import { correctParticipant } from './correct-participant.js';
import { correctChild } from './correct-family.js';
import {
  REGISTRAR,
  SUPERVISOR,
  birthDateAsked,
  correctionRefused,
  nikCorrected,
  nikDifferenceConfirmed,
} from './correction.examples.js';
import { confirmCorrection } from './decide-correction.js';
import { listMerger, mergers, unlistMerger } from './list-merger.js';
import {
  type MergerFacts,
  mergeParticipants,
  splitParticipant,
  standsFor,
  takeOver,
} from './merge-participants.js';
import {
  MERGER,
  SPLIT,
  TWIN,
  mergedInto,
  mergerAsked,
  mergerListed,
  mergerUnlisted,
  splitAsked,
  splitOff,
  tookOver,
  twinRegistered,
} from './merger.examples.js';
import { holderOfNik } from './nik-chain.js';
import type { ParticipantEvent } from './participant.events.js';
import { REGISTER_SITI, SITI, childRegistered, sitiDied, sitiRegistered } from './participant.examples.js';
import { known, participants } from './participant.js';
import { registerParticipant } from './register-participant.js';
import { reportDeath } from './report-death.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(correctables);
const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');

const evidence = { kind: 'DUKCAPIL_ANSWER', number: 'DUKCAPIL-90' } as const;
const merger = { participantId: TWIN, correctionId: MERGER };
const ask = { ...merger, survivorId: SITI, evidence };
const split = { participantId: TWIN, correctionId: SPLIT };

const siti = (...events: ParticipantEvent[]) => fold(correctables, [sitiRegistered(), ...events]);
const facts = (survivor: CorrectableState = siti(), stoodFor: readonly string[] = []): MergerFacts => ({
  survivor,
  standsFor: stoodFor,
});
const named = (childId: string, name: string): ParticipantEvent => {
  const child = childRegistered(childId);
  return { ...child, data: { ...child.data, person: { name, birthDate: localDate('2012-01-01') } } };
};

describe('A merger', () => {
  it('is asked for with the answer of Dukcapil, and made by a second person', () => {
    given([twinRegistered()])
      .when((state) => mergeParticipants(ask, state, asRegistrar, facts()))
      .thenRecorded([mergerAsked]);
    given([sitiRegistered()])
      .when((state) =>
        takeOver(merger, state, asSupervisor, {
          merged: fold(correctables, [twinRegistered(), mergerAsked]),
          standsFor: [],
        }),
      )
      .thenRecorded([tookOver]);
    given([twinRegistered(), mergerAsked])
      .when((state) => confirmCorrection(merger, state, asSupervisor))
      .thenRecorded([mergedInto]);
    given([twinRegistered(), mergerAsked])
      .when((state) => confirmCorrection(merger, state, contextBy(REGISTRAR, 'supervisor')))
      .thenRejected('ENTERED_BY_YOU');
  });

  it('is listed with the survivor once, when what was interrupted is sent again', () => {
    given([sitiRegistered(), tookOver])
      .when((state) =>
        takeOver(merger, state, asSupervisor, {
          merged: fold(correctables, [twinRegistered(), mergerAsked]),
          standsFor: [],
        }),
      )
      .thenNothing();
  });

  const twinKnows = (...events: ParticipantEvent[]) => [twinRegistered(), ...events];
  it.each<[code: string, of: readonly ParticipantEvent[], into: MergerFacts]>([
    ['PARTICIPANT_NOT_FOUND', [], facts()],
    ['PARTICIPANT_NOT_FOUND', twinKnows(), facts(correctables.initial)],
    ['PARTICIPANT_MERGED', twinKnows(), facts(siti(mergedInto))],
    ['PARTICIPANT_MERGED', twinKnows(mergerAsked, mergedInto), facts()],
    ['MERGER_WITH_ITSELF', [sitiRegistered()], facts()],
    ['STANDS_FOR_OTHERS', twinKnows(), facts(siti(), ['somebody'])],
    ['PERSONAL_DATA_ERASED', [twinRegistered({ person: ERASED })], facts()],
    ['PERSONAL_DATA_ERASED', twinKnows(), facts(fold(correctables, [sitiRegistered({ person: ERASED })]))],
    ['CORRECTION_PENDING', twinKnows(birthDateAsked), facts()],
    ['CORRECTION_PENDING', twinKnows(), facts(siti(mergerAsked))],
    [
      'PERSONS_DIFFER',
      [twinRegistered({ person: { ...REGISTER_SITI.person, birthDate: localDate('1990-12-05') } })],
      facts(),
    ],
    ['BOTH_NIKS_CONFIRMED', twinKnows(nikDifferenceConfirmed), facts(siti(nikCorrected))],
    [
      'SURVIVOR_NOT_SELF_EMPLOYED',
      twinKnows(),
      facts(fold(correctables, [sitiRegistered({ segment: 'PU' })])),
    ],
    ['DEATHS_DIFFER', twinKnows(sitiDied('2026-11-10')), facts()],
    ['DEATHS_DIFFER', twinKnows(sitiDied('2026-11-10')), facts(siti(sitiDied('2026-11-11')))],
    ['CHILDREN_OF_BOTH', twinKnows(named('a', 'Dewi')), facts(siti(named('b', 'DEWI')))],
    ['CHILDREN_OF_BOTH', twinKnows(named('a', 'Ani')), facts(siti(named('b', 'Budi'), named('c', 'Citra')))],
  ])('is refused with %s', (code, of, into) => {
    given(of)
      .when((state) => mergeParticipants(ask, state, asRegistrar, into))
      .thenRejected(code);
  });

  it('says what differs, however a name is spelled', () => {
    const other = { ...REGISTER_SITI.person, name: 'Sri Rahmawati', sex: 'MALE' as const };
    given([twinRegistered({ person: other })])
      .when((state) => mergeParticipants(ask, state, asRegistrar, facts()))
      .thenRejected('PERSONS_DIFFER');
    given([twinRegistered({ person: { ...REGISTER_SITI.person, name: 'Hj. SITI  RAHMAWATI' } })])
      .when((state) => mergeParticipants(ask, state, asRegistrar, facts()))
      .thenRecorded([mergerAsked]);
  });

  it('of somebody who has died is made into whoever died on the same day, or lived on by mistake is merged into the dead', () => {
    given([twinRegistered(), sitiDied('2026-11-10')])
      .when((state) => mergeParticipants(ask, state, asRegistrar, facts(siti(sitiDied('2026-11-10')))))
      .thenRecorded([mergerAsked]);
    given([twinRegistered()])
      .when((state) => mergeParticipants(ask, state, asRegistrar, facts(siti(sitiDied('2026-11-10')))))
      .thenRecorded([mergerAsked]);
  });

  it('is not made with a paper that is no evidence for it', () => {
    given([twinRegistered()])
      .when((state) =>
        mergeParticipants(
          { ...ask, evidence: { kind: 'STATEMENT', number: '1' } },
          state,
          asRegistrar,
          facts(),
        ),
      )
      .thenRejected('EVIDENCE_DOES_NOT_SHOW_IT');
  });
});

describe('Nobody is merged in a circle', () => {
  const about = { ...mergerAsked, data: { ...mergerAsked.data, participantId: SITI, survivorId: TWIN } };

  it('since whoever is to be merged takes over nobody', () => {
    given([sitiRegistered(), about])
      .when((state) =>
        takeOver(merger, state, asSupervisor, {
          merged: fold(correctables, [twinRegistered(), mergerAsked]),
          standsFor: [],
        }),
      )
      .thenRejected('CORRECTION_PENDING');
  });

  it.each<[what: string, twin: readonly ParticipantEvent[], stands: readonly string[]]>([
    ['is about to be merged', [mergerAsked], [TWIN]],
    ['was merged', [mergerAsked, mergedInto], [TWIN]],
    ['was split off since', [mergerAsked, mergedInto, splitAsked, splitOff], []],
    ['was not merged after all', [mergerAsked, refused()], []],
  ])('since whoever took somebody over stands for them who %s', async (_what, twin, stands) => {
    const log = logOf({ [correctables.of(TWIN)]: [twinRegistered(), ...twin] });
    expect(await standsFor(log, siti(tookOver))).toEqual(stands);
  });
});

function refused(): ParticipantEvent {
  return {
    ...correctionRefused,
    data: { ...correctionRefused.data, participantId: TWIN, correctionId: MERGER },
  };
}

describe('Somebody who was merged', () => {
  const merged = [twinRegistered(), mergerAsked, mergedInto];

  it('is refused with the id of the survivor, whatever is to be recorded anew', () => {
    const correction = { participantId: TWIN, correctionId: SPLIT, person: { name: 'Siti' }, evidence };
    const refusal = given(merged)
      .when((state) => correctParticipant(correction, state, asRegistrar))
      .thenRejected('PARTICIPANT_MERGED');
    expect(refusal.details.facts).toEqual({ participantId: SITI });
    const death = {
      participantId: TWIN,
      diedOn: localDate('2026-11-18'),
      certificate: 'SKM-1',
      health: { cause: 'illness' },
    };
    expect(() => reportDeath(death, fold(participants, merged), asRegistrar)).toThrow(
      expect.objectContaining({ code: 'PARTICIPANT_MERGED' }),
    );
  });

  it('has a child corrected where it was named', () => {
    const correction = {
      participantId: TWIN,
      correctionId: SPLIT,
      childId: 'a',
      evidence: { kind: 'KK', number: '1' },
    } as const;
    const state = fold(correctables, [twinRegistered(), named('a', 'Dewi'), mergerAsked, mergedInto]);
    const [asked] = correctChild({ ...correction, person: { name: 'Dewi A' } }, state, asRegistrar);
    expect(asked).toMatchObject({ type: 'CorrectionRequested', data: { participantId: TWIN, childId: 'a' } });
  });

  it('is found as the survivor, by whose NIK it was; nobody else is registered under it', async () => {
    const log = logOf({
      [correctables.of(TWIN)]: merged,
      [correctables.of(SITI)]: [sitiRegistered(), tookOver],
    });
    const survivor = await holderOfNik(log, () => TWIN);
    expect(survivor?.participantId).toBe(SITI);
    const again = { ...REGISTER_SITI, participantId: TWIN };
    expect(() =>
      registerParticipant(again, fold(participants, merged), asRegistrar, {
        sponsor: sponsors.initial,
        survivor: survivor!,
      }),
    ).toThrow(expect.objectContaining({ code: 'ALREADY_REGISTERED' }));
  });
});

describe('A split', () => {
  const merged = [twinRegistered(), mergerAsked, mergedInto];

  it('is asked for and made by two persons; merged then split is as it was before', () => {
    given(merged)
      .when((state) =>
        splitParticipant({ ...split, evidence }, state, asRegistrar, { survivor: siti(tookOver) }),
      )
      .thenRecorded([splitAsked]);
    given([...merged, splitAsked])
      .when((state) => confirmCorrection(split, state, asSupervisor))
      .thenRecorded([splitOff]);
    const undone = [...merged, splitAsked, splitOff];
    expect(fold(correctables, undone)).toEqual(fold(correctables, [twinRegistered()]));
    expect(fold(participants, undone)).toEqual(fold(participants, [twinRegistered()]));
    expect(known(fold(participants, undone)).participantId).toBe(TWIN);
  });

  it('is refused for somebody who was not merged, and while the survivor has the NIK', () => {
    given([twinRegistered()])
      .when((state) => splitParticipant({ ...split, evidence }, state, asRegistrar, { survivor: state }))
      .thenRejected('NOT_MERGED');
    const { nik } = twinRegistered().data.person as { nik: string };
    const survivor = fold(correctables, [sitiRegistered({ person: { ...REGISTER_SITI.person, nik } })]);
    given(merged)
      .when((state) => splitParticipant({ ...split, evidence }, state, asRegistrar, { survivor }))
      .thenRejected('NIK_TAKEN_OVER');
  });
});

describe('The list of mergers', () => {
  const listed = decisionSpec(mergers);
  const input = { participantId: TWIN, survivorId: SITI };

  it('says of each participant once as whom they go on, and once that they do not', () => {
    listed([])
      .when((state) => listMerger(input, state, asSupervisor))
      .thenRecorded([mergerListed]);
    listed([mergerListed])
      .when((state) => listMerger(input, state, asSupervisor))
      .thenNothing();
    listed([mergerListed])
      .when((state) => unlistMerger(input, state, asSupervisor))
      .thenRecorded([mergerUnlisted]);
    listed([mergerListed, mergerUnlisted])
      .when((state) => unlistMerger(input, state, asSupervisor))
      .thenNothing();
  });
});
