import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { contextBy, decisionSpec, logOf } from '#testing/decisions';
import { confirmFamily } from './confirm-back-dated.js';
import { REGISTRAR, SUPERVISOR } from './correction.examples.js';
import { participantFacts } from './participant-facts.js';
import { SITI, childRegistered, heirRegistered, sitiDied, sitiRegistered } from './participant.examples.js';
import type { ParticipantEvent } from './participant.events.js';
import { participants } from './participant.js';
import { registerChild } from './register-child.js';
import { registerHeir } from './register-heir.js';

const given = decisionSpec(participants);
const asRegistrar = contextBy(REGISTRAR, 'registrar');
const asSupervisor = contextBy(SUPERVISOR, 'supervisor');
const registered = sitiRegistered({ effectiveOn: localDate('2026-01-05') });
/** Today is 20 November 2026: more than sixty days later. */
const DIED = [registered, sitiDied('2026-09-20')];
const today = localDate('2026-11-20');

const { effectiveOn: _on, ...child } = childRegistered('child-1').data;
const lateChild: ParticipantEvent = {
  ...childRegistered('child-1'),
  data: { ...child, backDatedBy: REGISTRAR, effectiveOn: today },
};
const { effectiveOn: _day, ...heir } = heirRegistered('heir-1').data;
const lateHeir: ParticipantEvent = {
  ...heirRegistered('heir-1'),
  data: { ...heir, backDatedBy: REGISTRAR, effectiveOn: today },
};
const confirmed: ParticipantEvent = {
  type: 'BackDatedFamilyConfirmed',
  data: {
    participantId: SITI,
    confirmerId: SUPERVISOR,
    childIds: ['child-1'],
    heirIds: ['heir-1'],
    effectiveOn: today,
  },
};

describe('A child or an heir', () => {
  it('who is named more than sixty days after the death needs a second person', () => {
    given(DIED)
      .when((state) => registerChild(child as never, state, asRegistrar))
      .thenRecorded([lateChild]);
    given(DIED)
      .when((state) => registerHeir(heir as never, state, asRegistrar))
      .thenRecorded([lateHeir]);
  });

  it('who is named in time, or of somebody who lives, needs nobody', () => {
    const inTime = { ...childRegistered('child-1'), data: { ...child, effectiveOn: today } };
    for (const history of [[registered], [registered, sitiDied('2026-09-21')]])
      given(history)
        .when((state) => registerChild(child as never, state, asRegistrar))
        .thenRecorded([inTime]);
  });

  it('is confirmed by somebody else, all of them together', () => {
    given([...DIED, lateChild, lateHeir])
      .when((state) => confirmFamily({ participantId: SITI }, state, asRegistrar))
      .thenRejected('ENTERED_BY_YOU');
    given([...DIED, lateChild, lateHeir])
      .when((state) => confirmFamily({ participantId: SITI }, state, asSupervisor))
      .thenRecorded([confirmed]);
    given([...DIED, lateChild, lateHeir, confirmed])
      .when((state) => confirmFamily({ participantId: SITI }, state, asSupervisor))
      .thenRejected('NOTHING_BACK_DATED');
  });

  it('counts from then on, and nothing is approved before', async () => {
    const factsAfter = (...events: readonly ParticipantEvent[]) =>
      participantFacts(logOf({ [participants.of(SITI)]: [...DIED, ...events] }), SITI);
    expect(await factsAfter(lateChild, lateHeir)).toMatchObject({
      children: [],
      heirIds: [],
      unconfirmed: ['FAMILY'],
    });
    expect(await factsAfter(lateChild, lateHeir, confirmed)).toMatchObject({
      children: [{ childId: 'child-1' }],
      heirIds: ['heir-1'],
      unconfirmed: [],
    });
  });
});
