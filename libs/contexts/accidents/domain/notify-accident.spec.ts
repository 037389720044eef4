import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, notice, notified } from './accident.examples.js';
import { accidents } from './accident.js';
import { type NotifyAccidentInput, notifyAccident } from './notify-accident.js';
import type { VictimFacts } from './policies/notice.policies.js';

const given = decisionSpec(accidents);
/** Nothing of it comes late. */
const SOON = testContext({ issuedAt: instant('2026-09-20T03:15:00Z') });

const alive = {};

describe('a notice of an accident', () => {
  it('is taken as it is told', () => {
    given()
      .when((state) => notifyAccident(notice(), state, SOON, alive))
      .thenRecorded([notified()]);
  });

  it('is taken once, and names the accident that is known', () => {
    const rejection = given([notified()])
      .when((state) => notifyAccident(notice(), state, testContext(), alive))
      .thenRejected('ALREADY_NOTIFIED');
    expect(rejection.details.facts).toEqual({ accidentId: ACCIDENT_ID });
  });

  it('of something that has not happened yet is refused, to the minute', () => {
    const context = testContext({ issuedAt: instant('2026-09-01T00:59:00Z') });
    given()
      .when((state) => notifyAccident(notice(), state, context, alive))
      .thenRejected('ACCIDENT_IN_FUTURE');
    given()
      .when((state) =>
        notifyAccident(notice(), state, { ...context, issuedAt: instant('2026-09-01T01:00:00Z') }, alive),
      )
      .thenRecorded([notified()]);
  });

  describe('of a wage earner', () => {
    const PROJECT = '9f2b6a10-0000-4000-8000-000000000001';
    const [FACTORY, SHOP, FORMER] = ['1', '2', '3'].map(
      (nth) => `5f0c7f0e-6666-5000-8000-00000000000${nth}`,
    ) as [string, string, string];
    const about = (changes: Partial<NotifyAccidentInput>, facts: VictimFacts) =>
      given().when((state) => notifyAccident(notice(changes), state, SOON, facts));
    const one = { segment: 'PU', employerIds: [FACTORY, FORMER], employerIdsThen: [FACTORY] } as const;
    const two = { ...one, employerIds: [FACTORY, SHOP], employerIdsThen: [FACTORY, SHOP] } as const;
    const at = (employerId: string) => notified({ workedFor: 'EMPLOYER', employerId });

    it('names the only employer of that day by itself, and of several the one that is told', () => {
      about({}, one).thenRecorded([at(FACTORY)]);
      about({}, two).thenRejected('EMPLOYER_MISSING');
      about({ employerId: SHOP }, two).thenRecorded([at(SHOP)]);
      about({ employerId: FORMER }, two).thenRejected('NOT_EMPLOYED_THERE');
    });

    it('takes a disease that was diagnosed after the work had ended, and the word of who was not reported that day', () => {
      const left = { segment: 'PU', employerIds: [FORMER], employerIdsThen: [] } as const;
      about({ kind: 'OCCUPATIONAL_DISEASE' }, left).thenRecorded([
        notified({ kind: 'OCCUPATIONAL_DISEASE', workedFor: 'EMPLOYER', employerId: FORMER }),
      ]);
      about({}, left).thenRejected('EMPLOYER_MISSING');
      about({ employerId: FORMER }, left).thenRecorded([at(FORMER)]);
    });

    it('who also works for himself says at which work it happened', () => {
      const both = { segment: 'BPU', employerIds: [FACTORY], employerIdsThen: [FACTORY] } as const;
      about({}, both).thenRejected('WORKED_FOR_MISSING');
      about({ workedFor: 'SELF' }, both).thenRecorded([notified({ workedFor: 'SELF' })]);
      about({ workedFor: 'EMPLOYER' }, both).thenRecorded([at(FACTORY)]);
      about({ workedFor: 'SELF', employerId: FACTORY }, both).thenRejected('NO_OWN_WORK');
      about({ workedFor: 'SELF' }, one).thenRejected('NO_OWN_WORK');
    });

    it('of a project names it, and is named on it first, with papers', () => {
      about({}, { segment: 'JAKON' }).thenRejected('PROJECT_MISSING');
      const { details } = about({ projectId: PROJECT }, { segment: 'JAKON' }).thenRejected(
        'NOT_NAMED_ON_PROJECT',
      );
      expect(details.allowed).toEqual([expect.stringContaining('POST /projects/{projectId}/workers')]);
      const named = { segment: 'JAKON', onProject: true } as const;
      about({ projectId: PROJECT }, named).thenRecorded([notified({ projectId: PROJECT })]);
      about({ projectId: PROJECT, employerId: FACTORY }, named).thenRejected('NOT_ONE_WORK');
      about({ employerId: FACTORY }, { ...one, segment: 'JAKON' }).thenRecorded([at(FACTORY)]);
      about({ projectId: PROJECT }, { ...one, onProject: true }).thenRecorded([
        notified({ projectId: PROJECT }),
      ]);
    });
  });

  it('of an accident after the day of death is refused', () => {
    given()
      .when((state) => notifyAccident(notice(), state, testContext(), { diedOn: localDate('2026-08-31') }))
      .thenRejected('ACCIDENT_AFTER_DEATH');
  });

  it('of the accident that killed the participant is taken', () => {
    given()
      .when((state) => notifyAccident(notice(), state, SOON, { diedOn: localDate('2026-09-01') }))
      .thenRecorded([notified()]);
  });

  it('is marked as late, for a second person to confirm, more than 60 days after (M4, convention E-9)', () => {
    const late = (issuedAt: string) =>
      notifyAccident(notice(), accidents.initial, testContext({ issuedAt: instant(issuedAt) }), alive)[0]
        ?.data;
    expect(late('2026-10-31T03:15:00Z')).not.toHaveProperty('backDatedBy');
    expect(late('2026-11-01T03:15:00Z')).toHaveProperty('backDatedBy', 'user-1');
  });

  it('of a commuting accident inside the work site is refused, and says what would fit', () => {
    const rejection = given()
      .when((state) => notifyAccident(notice({ kind: 'COMMUTE' }), state, testContext(), alive))
      .thenRejected('PLACE_CONTRADICTS_KIND');
    expect(rejection.details.allowed).toContain('placeKind TRAFFIC');
  });
});
