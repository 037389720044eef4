import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { SITI, sitiDied, sitiRegistered } from './participant.examples.js';
import { participants } from './participant.js';
import { type PlaceWorkerInput, confirmPlacement, leaveProject, placeWorker } from './place-worker.js';
import { placementCoverOn } from './placement-cover.js';
import type { PlacementEvent } from './placement.events.js';
import { knownPlacement, placementIdOf, placements } from './placement.js';

/** Today is 20 November 2026. */
const context = testContext();
const CLERK = context.actor.id;
const SECOND = testContext({ actor: { ...context.actor, id: 'another' } });
const given = decisionSpec(placements);

const PROJECT = '9f2b6a10-0000-4000-8000-000000000001';
const PLACEMENT = placementIdOf(SITI, PROJECT);
const OF_SITI = { placementId: PLACEMENT, participantId: SITI, projectId: PROJECT };
const WAGE = { wageIdr: rupiah(4_500_000) };
const late = (backDatedBy?: string) => (backDatedBy === undefined ? {} : { backDatedBy });

const named = (on: string, backDatedBy?: string): PlacementEvent => ({
  type: 'ProjectWorkerNamed',
  data: { ...OF_SITI, ...WAGE, ...late(backDatedBy), effectiveOn: localDate(on) },
});
const left = (on: string, backDatedBy?: string): PlacementEvent => ({
  type: 'ProjectWorkerLeft',
  data: { ...OF_SITI, ...late(backDatedBy), effectiveOn: localDate(on) },
});

const project = { startsOn: localDate('2026-03-02'), lastDay: localDate('2026-12-31') };
const siti = sitiRegistered({ segment: 'JAKON' });
const facts = { project, participant: fold(participants, [siti]) };
const input = (startedOn: string): PlaceWorkerInput => ({
  ...OF_SITI,
  ...WAGE,
  startedOn: localDate(startedOn),
});

describe('Naming a worker of a project', () => {
  it('begins with the first day of work', () => {
    given()
      .when((state) => placeWorker(input('2026-11-02'), state, context, facts))
      .thenRecorded([named('2026-11-02')]);
  });

  it('afterwards needs a second person', () => {
    given()
      .when((state) => placeWorker(input('2026-04-01'), state, context, facts))
      .thenRecorded([named('2026-04-01', CLERK)]);
    given([named('2026-04-01', CLERK)])
      .when((state) => confirmPlacement({ placementId: PLACEMENT }, state, context))
      .thenRejected('ENTERED_BY_YOU');
    given([named('2026-11-02')])
      .when((state) => confirmPlacement({ placementId: PLACEMENT }, state, SECOND))
      .thenRejected('NOTHING_BACK_DATED');
  });

  it('is possible again after a leaving', () => {
    const before = [named('2026-03-02'), left('2026-05-29')];
    given(before)
      .when((state) => placeWorker(input('2026-11-02'), state, context, facts))
      .thenRecorded([named('2026-11-02')]);
    given(before)
      .when((state) => placeWorker(input('2026-05-29'), state, context, facts))
      .thenRejected('JOINS_BEFORE_LEAVING');
  });

  it.each([
    ['after today', '2026-11-21', [], 'WORK_IN_FUTURE'],
    ['before work begins', '2026-03-01', [], 'OUTSIDE_PROJECT'],
    ['who is named already', '2026-11-02', [named('2026-03-02')], 'ALREADY_NAMED'],
  ])('is refused for somebody %s', (_what, day, history, code) => {
    given(history)
      .when((state) => placeWorker(input(day), state, context, facts))
      .thenRejected(code);
  });

  it('is refused after the end of the project, for the dead and for the erased', () => {
    const refusedWith = (changes: object, code: string) =>
      given()
        .when((state) => placeWorker(input('2026-11-02'), state, context, { ...facts, ...changes }))
        .thenRejected(code);
    refusedWith({ project: { ...project, lastDay: localDate('2026-11-01') } }, 'OUTSIDE_PROJECT');
    refusedWith({ participant: fold(participants, [siti, sitiDied('2026-11-01')]) }, 'DECEASED');
    const diedThere = { ...facts, participant: fold(participants, [siti, sitiDied('2026-11-10')]) };
    given()
      .when((state) => placeWorker(input('2026-11-02'), state, context, diedThere))
      .thenRecorded([named('2026-11-02')]);
    const erased = { ...siti, data: { ...siti.data, person: ERASED } };
    refusedWith({ participant: fold(participants, [erased]) }, 'PERSONAL_DATA_ERASED');
  });
});

describe('Leaving a project', () => {
  const leaving = (lastDay: string) => ({ placementId: PLACEMENT, lastDay: localDate(lastDay) });

  it('ends with the last day', () => {
    given([named('2026-03-02')])
      .when((state) => leaveProject(leaving('2026-11-10'), state, context))
      .thenRecorded([left('2026-11-10')]);
  });

  it.each([
    ['after today', [named('2026-03-02')], '2026-11-21', 'WORK_IN_FUTURE'],
    ['before the first day', [named('2026-11-02')], '2026-11-01', 'LEAVES_BEFORE_JOINING'],
    ['twice', [named('2026-03-02'), left('2026-05-29')], '2026-11-01', 'NOT_ON_PROJECT'],
    ['where nobody was named', [], '2026-11-01', 'PLACEMENT_NOT_FOUND'],
  ])('is refused %s', (_what, history, day, code) => {
    given(history)
      .when((state) => leaveProject(leaving(day), state, context))
      .thenRejected(code);
  });
});

describe('Cover of a worker of a project', () => {
  const BY_PROJECT = { status: 'ACTIVE', reason: 'CONTRIBUTIONS_PAID' } as const;
  const on = (day: string, history: readonly PlacementEvent[], diedOn?: string) =>
    placementCoverOn(
      localDate(day),
      knownPlacement(fold(placements, history)).spells,
      BY_PROJECT,
      diedOn === undefined ? undefined : localDate(diedOn),
    );

  it('is that of the project, from the first to the last day of work', () => {
    const history = [named('2026-03-02'), left('2026-05-29')];
    expect(on('2026-03-01', history).reason).toBe('NOT_STARTED');
    expect(on('2026-05-29', history)).toBe(BY_PROJECT);
    expect(on('2026-05-30', history).reason).toBe('ENDED');
    expect(on('2026-03-03', [named('2026-03-02')], '2026-03-02').reason).toBe('ENDED');
  });

  it('does not rest on what nobody has confirmed', () => {
    const history = [named('2026-03-02', CLERK)];
    expect(on('2026-04-01', history).reason).toBe('NOT_CONFIRMED');
    const state = fold(placements, history);
    const confirmed = confirmPlacement({ placementId: PLACEMENT }, state, SECOND);
    expect(on('2026-04-01', [...history, ...confirmed])).toBe(BY_PROJECT);
    expect(on('2026-06-01', [named('2026-03-02'), left('2026-05-29', CLERK)])).toBe(BY_PROJECT);
  });
});
