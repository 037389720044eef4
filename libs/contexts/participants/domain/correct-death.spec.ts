import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period } from '#kernel';
import { contextBy, decisionSpec, logOf, testContext } from '#testing/decisions';
import {
  CORRECTION,
  REGISTRAR,
  SUPERVISOR,
  deathAsked,
  deathDayCorrected,
  deathRevocationAsked,
  deathRevoked,
} from './correction.examples.js';
import { contributionYears } from './contribution-years.js';
import { correctDeathDay, revokeDeath } from './correct-death.js';
import { type CorrectableState, correctables } from './correctable.js';
import { confirmCorrection } from './decide-correction.js';
import { TWIN, mergedInto, mergerAsked, tookOver, twinRegistered } from './merger.examples.js';
import { participantFacts } from './participant-facts.js';
import type { ParticipantEvent } from './participant.events.js';
import { SITI, sitiDied, sitiRegistered } from './participant.examples.js';
import { nthDeathOf, participants, recordOf } from './participant.js';
import { recordContribution } from './record-contribution.js';
import { reportDeath } from './report-death.js';
import { sponsors } from './sponsor.js';

const given = decisionSpec(correctables);
const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');
const correction = { participantId: SITI, correctionId: CORRECTION };
const evidence = { kind: 'DUKCAPIL_ANSWER', number: 'DUKCAPIL-9' } as const;
const died = [sitiRegistered(), sitiDied('2026-11-10')];
const revoke = (state: CorrectableState) => revokeDeath({ ...correction, evidence }, state, asRegistrar);
const correctTo = (day: string) => (state: CorrectableState) =>
  correctDeathDay({ ...correction, diedOn: localDate(day), evidence }, state, asRegistrar);
const confirm = (state: CorrectableState) => confirmCorrection(correction, state, asSupervisor);

describe('A death of the wrong person', () => {
  it('is taken back by a second person, on a paper that shows it', () => {
    given(died).when(revoke).thenRecorded([deathRevocationAsked]);
    given([...died, deathRevocationAsked])
      .when(confirm)
      .thenRecorded([deathRevoked]);
    const onKtp = { ...correction, evidence: { kind: 'E_KTP', number: 'KTP-1' } } as const;
    given(died)
      .when((state) => revokeDeath(onKtp, state, asRegistrar))
      .thenRejected('EVIDENCE_DOES_NOT_SHOW_IT');
  });

  it('is not confirmed by whoever asked, and not asked for twice', () => {
    given([...died, deathRevocationAsked])
      .when((state) => confirmCorrection(correction, state, contextBy(REGISTRAR, 'supervisor')))
      .thenRejected('ENTERED_BY_YOU');
    given([...died, deathRevocationAsked])
      .when(revoke)
      .thenRejected('CORRECTION_PENDING');
  });

  it('is refused where none is reported, also once it was taken back', () => {
    given([sitiRegistered()]).when(revoke).thenRejected('DEATH_NOT_REPORTED');
    given([...died, deathRevoked])
      .when(revoke)
      .thenRejected('DEATH_NOT_REPORTED');
    given([]).when(revoke).thenRejected('PARTICIPANT_NOT_FOUND');
  });

  it('leaves somebody who lives, pays, and may really die later: that is another death', () => {
    const living = fold(participants, [...died, deathRevoked]);
    expect(living).toMatchObject({ situation: 'REGISTERED', revokedDeaths: 1 });
    expect(living).not.toHaveProperty('diedOn');
    const payment = {
      participantId: SITI,
      period: period('2026-12'),
      months: 1,
      payer: 'SELF',
      paidOn: localDate('2026-12-02'),
      receipt: 'R-2',
    } as const;
    const december = { ...testContext(), today: localDate('2026-12-02') };
    const [paid] = recordContribution(payment, contributionYears.initial, december, {
      participant: living,
      sponsor: sponsors.initial,
    });
    expect(paid).toMatchObject({ type: 'ContributionPaid', data: { nthDeath: 2 } });
    const again = reportDeath(
      {
        participantId: SITI,
        diedOn: localDate('2026-12-01'),
        certificate: 'SKM-2',
        health: { cause: 'illness' },
      },
      living,
      december,
    );
    const dead = fold(participants, [...died, deathRevoked, ...again]);
    expect(dead).toMatchObject({ situation: 'DECEASED', diedOn: '2026-12-01' });
    expect(nthDeathOf(recordOf(dead))).toBe(2);
  });
});

describe('A death that was taken back', () => {
  const factsOf = (siti: readonly ParticipantEvent[], twin: readonly ParticipantEvent[] = []) =>
    participantFacts(logOf({ [participants.of(SITI)]: siti, [participants.of(TWIN)]: twin }), SITI);

  it('is known of the person under whichever id it was reported, until another one is', async () => {
    const { data, type } = sitiDied('2026-11-10');
    const twin = [
      twinRegistered(),
      { type, data: { ...data, participantId: TWIN } },
      { ...deathRevoked, data: { ...deathRevoked.data, participantId: TWIN } },
      mergerAsked,
      mergedInto,
    ];
    expect((await factsOf([sitiRegistered(), tookOver], twin)).livesAfterAll).toBe(true);
    expect((await factsOf([...died, deathRevoked])).livesAfterAll).toBe(true);
    expect(await factsOf([...died, deathRevoked, sitiDied('2026-11-12')])).not.toHaveProperty(
      'livesAfterAll',
    );
    expect(await factsOf([sitiRegistered()])).not.toHaveProperty('livesAfterAll');
  });
});

describe('A wrong day of death', () => {
  it('is corrected by a second person; the old day stands beside it', () => {
    given(died).when(correctTo('2026-11-08')).thenRecorded([deathAsked]);
    given([...died, deathAsked])
      .when(confirm)
      .thenRecorded([deathDayCorrected]);
    expect(fold(participants, [...died, deathDayCorrected])).toMatchObject({ diedOn: '2026-11-08' });
  });

  it.each([
    ['NOTHING_TO_CORRECT', '2026-11-10'],
    ['DEATH_IN_FUTURE', '2026-11-21'],
    ['DEATH_BEFORE_REGISTRATION', '2026-11-01'],
  ])('is refused with %s for %s', (code, day) => {
    given(died).when(correctTo(day)).thenRejected(code);
  });

  it('is refused of somebody who lives', () => {
    given([sitiRegistered()]).when(correctTo('2026-11-08')).thenRejected('DEATH_NOT_REPORTED');
  });
});
