import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT_ID, notice, notified } from './accident.examples.js';
import { accidents } from './accident.js';
import { notifyAccident } from './notify-accident.js';
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

  it('of a wage earner is refused, and of whoever also works for himself unless it happened there', () => {
    const about = (workedFor: 'SELF' | 'EMPLOYER' | undefined, facts: VictimFacts) =>
      given().when((state) => notifyAccident(notice({ workedFor }), state, SOON, facts));
    about(undefined, { segment: 'PU', isEmployed: true }).thenRejected('ACCIDENT_OF_WAGE_EARNER');
    about('EMPLOYER', { isEmployed: true }).thenRejected('ACCIDENT_OF_WAGE_EARNER');
    about(undefined, { isEmployed: true }).thenRejected('WORKED_FOR_MISSING');
    about('SELF', { isEmployed: true }).thenRecorded([notified({ workedFor: 'SELF' })]);
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
