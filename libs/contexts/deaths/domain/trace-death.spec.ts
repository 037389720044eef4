import { describe, it, expect } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { DeathEvent } from './death.events.js';
import { DIED_ON, SITI, traced } from './death.examples.js';
import { deaths } from './death.js';
import { type TraceFacts, traceDeath } from './trace-death.js';

const given = decisionSpec(deaths);

const trace = { participantId: SITI, accidentId: 'accident-1' };

const accident = {
  participantId: SITI,
  occurredOn: localDate('2026-11-08'),
  fatal: true,
  notWorkAccident: false,
};
const dead: TraceFacts = { diedOn: DIED_ON, accident };

const tracing = (facts: TraceFacts, history: readonly DeathEvent[] = []) =>
  given(history).when((state) => traceDeath(trace, state, testContext(), facts));

describe('Tracing a death to a work accident', () => {
  it('records the accident as of the day of death', () => {
    tracing(dead).thenRecorded([traced('accident-1')]);
  });

  it('takes an accident on the day of death', () => {
    tracing({ ...dead, accident: { ...accident, occurredOn: DIED_ON } }).thenRecorded([traced('accident-1')]);
  });

  it.each([
    ['here', dead, [traced('accident-1')]],
    ['in the stream of the participant, as in an old log', { ...dead, tracedTo: 'accident-1' }, []],
  ])('changes nothing a second time, when it was traced %s', (_where, facts, history) => {
    tracing(facts, history).thenNothing();
  });

  it.each([
    ['here', dead, [traced('accident-2')]],
    ['in the stream of the participant, as in an old log', { ...dead, tracedTo: 'accident-2' }, []],
  ])('is refused for another accident, when it was traced %s', (_where, facts, history) => {
    const { details } = tracing(facts, history).thenRejected('DEATH_ALREADY_TRACED');
    expect(details.facts).toEqual({ accidentId: 'accident-2' });
  });

  it.each([
    ['DEATH_NOT_REPORTED', { accident }],
    ['ACCIDENT_OF_ANOTHER', { ...dead, accident: { ...accident, participantId: 'somebody' } }],
    ['ACCIDENT_AFTER_DEATH', { ...dead, accident: { ...accident, occurredOn: localDate('2026-11-11') } }],
    ['NOT_A_WORK_ACCIDENT', { ...dead, accident: { ...accident, notWorkAccident: true } }],
    ['ACCIDENT_NOT_FATAL', { ...dead, accident: { ...accident, fatal: false } }],
  ])('is refused with %s', (code, facts) => {
    tracing(facts).thenRejected(code);
  });
});
