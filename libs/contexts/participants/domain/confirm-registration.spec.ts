import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { confirmersOf } from '#law';
import { contextBy, decisionSpec, logOf, testContext } from '#testing/decisions';
import { confirmRegistration } from './confirm-back-dated.js';
import { correctables } from './correctable.js';
import { REGISTRAR, SUPERVISOR } from './correction.examples.js';
import { TWIN, mergedInto, mergerAsked, tookOver, twinRegistered } from './merger.examples.js';
import { participantFacts } from './participant-facts.js';
import { REGISTER_SITI, SITI, sitiRegistered } from './participant.examples.js';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import { registerParticipant } from './register-participant.js';
import { registerSelfEmployment } from './register-self-employment.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(participants);
const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');
const late = sitiRegistered({ effectiveOn: localDate('2026-08-03'), backDatedBy: REGISTRAR });
const confirmed: ParticipantEvent = {
  type: 'BackDatedRegistrationConfirmed',
  data: { participantId: SITI, confirmerId: SUPERVISOR, effectiveOn: localDate('2026-11-20') },
};

const registering = (day: string, segment: 'BPU' | 'PU' = 'BPU') =>
  given([]).when((state) =>
    registerParticipant({ ...REGISTER_SITI, segment, registeredOn: localDate(day) }, state, asRegistrar, {
      sponsor: sponsors.initial,
    }),
  );
const saying = (backDatedBy: unknown) => [
  expect.objectContaining({ data: expect.objectContaining({ backDatedBy }) }) as never,
];
const sayingNothing = () => [
  expect.objectContaining({
    data: expect.not.objectContaining({ backDatedBy: expect.anything() }) as never,
  }) as never,
];

describe('A registration that takes effect before the day on which it is recorded', () => {
  it('names who entered it where that is more than 31 days ago', () => {
    registering('2026-10-19').thenRecorded(saying(REGISTRAR));
    registering('2026-10-20').thenRecorded(sayingNothing());
  });

  it('needs nobody of a wage earner: the joining does', () => {
    registering('2026-08-03', 'PU').thenRecorded(sayingNothing());
  });

  it('names who entered it of a wage earner who works for himself as well', () => {
    const earner = sitiRegistered({ segment: 'PU', effectiveOn: localDate('2026-01-05') });
    const input = {
      participantId: SITI,
      channel: 'BRANCH',
      payer: 'SELF',
      sector: 'OTHER',
      declaredIncomeIdr: rupiah(900_000),
      registeredOn: localDate('2026-10-19'),
      person: { occupation: 'pedagang', workplace: 'Pasar Contoh' },
    } as const;
    given([earner])
      .when((state) =>
        registerSelfEmployment(input, state, asRegistrar, {
          sponsor: sponsors.initial,
          person: fold(correctables, [earner]),
        }),
      )
      .thenRecorded(saying(REGISTRAR));
  });

  it('is confirmed once, by somebody else', () => {
    given([late])
      .when((state) => confirmRegistration({ participantId: SITI }, state, asRegistrar))
      .thenRejected('ENTERED_BY_YOU');
    given([late])
      .when((state) => confirmRegistration({ participantId: SITI }, state, asSupervisor))
      .thenRecorded([confirmed]);
    for (const history of [[late, confirmed], [sitiRegistered()]]) {
      given(history)
        .when((state) => confirmRegistration({ participantId: SITI }, state, asSupervisor))
        .thenRejected('NOTHING_BACK_DATED');
    }
    given([])
      .when((state) => confirmRegistration({ participantId: SITI }, state, testContext()))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });

  it('is told to whoever decides on a claim until then, also of an id that was merged', async () => {
    const unconfirmed = async (siti: readonly ParticipantEvent[], twin: readonly ParticipantEvent[] = []) => {
      const log = logOf({ [participants.of(SITI)]: siti, [participants.of(TWIN)]: twin });
      return (await participantFacts(log, SITI)).unconfirmed;
    };
    expect(await unconfirmed([late])).toEqual(['REGISTRATION']);
    expect(await unconfirmed([late, confirmed])).toEqual([]);
    const twin = [twinRegistered({ backDatedBy: REGISTRAR }), mergerAsked, mergedInto];
    expect(await unconfirmed([sitiRegistered(), tookOver], twin)).toEqual(['REGISTRATION']);
  });

  it('is confirmed by those whom the table names', () => {
    expect(confirmersOf('REGISTRATION')).toEqual(['registrar', 'supervisor']);
  });
});
