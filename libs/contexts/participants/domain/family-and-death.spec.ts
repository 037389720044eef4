import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { participants } from './participant.js';
import { SITI, childRegistered, heirRegistered, sitiDied, sitiRegistered } from './participant.examples.js';
import { registerChild } from './register-child.js';
import { registerHeir } from './register-heir.js';
import { reportDeath } from './report-death.js';
import type { ParticipantEvent } from './participant.events.js';

const given = decisionSpec(participants);
const context = testContext();
const today = context.today;

const dewi = {
  participantId: SITI,
  childId: 'child-1',
  school: { level: 'SMA', yearInLevel: 3 },
  person: { name: 'Dewi', birthDate: localDate('2009-03-01') },
} as const;

const budi = {
  participantId: SITI,
  heirId: 'heir-1',
  relation: 'WIDOWER',
  person: { name: 'Budi', phone: '081200000000' },
} as const;

const death = {
  participantId: SITI,
  diedOn: localDate('2026-11-10'),
  certificate: 'SKM-1',
  health: { cause: 'illness' },
};

const reported = (diedOn = death.diedOn): ParticipantEvent => {
  const { certificate, ...said } = death;
  return { type: 'DeathReported', data: { ...said, diedOn, effectiveOn: diedOn, person: { certificate } } };
};

describe('Registering a child', () => {
  it('records where the child stands at school today', () => {
    given([sitiRegistered()])
      .when((state) => registerChild(dewi, state, context))
      .thenRecorded([{ type: 'ChildRegistered', data: { ...dewi, effectiveOn: today } }]);
  });

  it('takes a child below school age, and a second child', () => {
    const { school: _none, ...baby } = { ...dewi, childId: 'child-2' };
    given([sitiRegistered(), childRegistered('child-1')])
      .when((state) => registerChild(baby, state, context))
      .thenRecorded([{ type: 'ChildRegistered', data: { ...baby, effectiveOn: today } }]);
  });

  it('takes a child after the death of the participant', () => {
    given([sitiRegistered(), sitiDied('2026-11-10')])
      .when((state) => registerChild(dewi, state, context))
      .thenRecorded([{ type: 'ChildRegistered', data: { ...dewi, effectiveOn: today } }]);
  });

  it('refuses a third child', () => {
    given([sitiRegistered(), childRegistered('child-2'), childRegistered('child-3')])
      .when((state) => registerChild(dewi, state, context))
      .thenRejected('TOO_MANY_CHILDREN');
  });

  it('refuses the same child twice', () => {
    given([sitiRegistered(), childRegistered('child-1')])
      .when((state) => registerChild(dewi, state, context))
      .thenRejected('CHILD_ALREADY_REGISTERED');
  });

  it('takes a child born today', () => {
    const born = { ...dewi, person: { ...dewi.person, birthDate: context.today } };
    given([sitiRegistered()])
      .when((state) => registerChild(born, state, context))
      .thenRecorded([{ type: 'ChildRegistered', data: { ...born, effectiveOn: context.today } }]);
  });

  it('refuses a birth date after today', () => {
    const unborn = { ...dewi, person: { ...dewi.person, birthDate: localDate('2026-11-21') } };
    given([sitiRegistered()])
      .when((state) => registerChild(unborn, state, context))
      .thenRejected('BIRTH_DATE_IN_FUTURE');
  });

  it.each([
    ['the registration', [sitiRegistered()], '2003-11-02', '2003-11-03'],
    ['the death', [sitiRegistered(), sitiDied('2026-11-10')], '2003-11-10', '2003-11-11'],
  ])('refuses a child who was 23 on the day of %s: it never had a right', (_day, history, tooOld, young) => {
    const born = (birthDate: string) => ({
      ...dewi,
      person: { name: 'Tua', birthDate: localDate(birthDate) },
    });
    given(history)
      .when((state) => registerChild(born(tooOld), state, context))
      .thenRejected('CHILD_TOO_OLD');
    given(history)
      .when((state) => registerChild(born(young), state, context))
      .thenRecorded([{ type: 'ChildRegistered', data: { ...born(young), effectiveOn: today } }]);
  });

  it('refuses a child of somebody who is not registered', () => {
    given()
      .when((state) => registerChild(dewi, state, context))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });
});

describe('Registering an heir', () => {
  it('records the heir', () => {
    given([sitiRegistered()])
      .when((state) => registerHeir(budi, state, context))
      .thenRecorded([{ type: 'HeirRegistered', data: { ...budi, effectiveOn: today } }]);
  });

  it('takes an heir after the death: most are established only then', () => {
    given([sitiRegistered(), sitiDied('2026-11-10')])
      .when((state) => registerHeir(budi, state, context))
      .thenRecorded([{ type: 'HeirRegistered', data: { ...budi, effectiveOn: today } }]);
  });

  it('refuses the same heir twice', () => {
    given([sitiRegistered(), heirRegistered('heir-1')])
      .when((state) => registerHeir(budi, state, context))
      .thenRejected('HEIR_ALREADY_REGISTERED');
  });

  it('refuses an heir of somebody who is not registered', () => {
    given()
      .when((state) => registerHeir(budi, state, context))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });
});

describe('Reporting a death', () => {
  it('records it as of the day of death', () => {
    given([sitiRegistered()])
      .when((state) => reportDeath(death, state, context))
      .thenRecorded([reported()]);
  });

  it.each(['2026-11-02', '2026-11-20'])('takes a death on %s: on the day of registration, or today', (on) => {
    const diedOn = localDate(on);
    given([sitiRegistered()])
      .when((state) => reportDeath({ ...death, diedOn }, state, context))
      .thenRecorded([reported(diedOn)]);
  });

  it('refuses a second report and says what is allowed instead', () => {
    const { details } = given([sitiRegistered(), sitiDied('2026-11-10')])
      .when((state) => reportDeath(death, state, context))
      .thenRejected('DECEASED');
    expect(details.allowed).toEqual(['submit a death claim', 'take the death back, if somebody else died']);
  });

  it('refuses a day after today', () => {
    given([sitiRegistered()])
      .when((state) => reportDeath({ ...death, diedOn: localDate('2026-11-21') }, state, context))
      .thenRejected('DEATH_IN_FUTURE');
  });

  it('refuses a day before the registration', () => {
    given([sitiRegistered()])
      .when((state) => reportDeath({ ...death, diedOn: localDate('2026-11-01') }, state, context))
      .thenRejected('DEATH_BEFORE_REGISTRATION');
  });

  it('refuses the death of somebody who is not registered', () => {
    given()
      .when((state) => reportDeath(death, state, context))
      .thenRejected('PARTICIPANT_NOT_FOUND');
  });
});
