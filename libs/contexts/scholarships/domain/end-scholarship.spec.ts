import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveYear } from './approve-year.js';
import { endScholarship } from './end-scholarship.js';
import { resumeScholarship } from './resume-scholarship.js';
import {
  BORN_2007,
  EVENT_DATE,
  SCHOLARSHIP_ID,
  ended,
  evidenced,
  granted,
  resumed,
} from './scholarship.examples.js';
import { yearSteps } from './scholarship-steps.js';
import { type ScholarshipState, scholarships } from './scholarship.js';

const given = decisionSpec(scholarships);

const end =
  (endedOn = EVENT_DATE) =>
  (state: ScholarshipState) =>
    endScholarship({ scholarshipId: SCHOLARSHIP_ID, reason: 'DEATH', endedOn }, state, testContext());

describe('ending a scholarship', () => {
  it('records why, since when, and who says so', () => {
    given([granted()])
      .when(end())
      .thenRecorded([ended('DEATH', EVENT_DATE, TEST_ACTOR.id)]);
  });

  it('may be today', () => {
    const today = localDate('2026-11-20');
    given([granted()])
      .when(end(today))
      .thenRecorded([ended('DEATH', today, TEST_ACTOR.id)]);
  });

  it('is refused for a scholarship that was never granted, or has ended before', () => {
    given().when(end()).thenRejected('SCHOLARSHIP_NOT_FOUND');
    given([granted(), ended('MARRIED', localDate('2025-06-01'))])
      .when(end())
      .thenRejected('SCHOLARSHIP_ENDED');
  });

  it('is possible again once it has gone on', () => {
    given([granted(), ended('MARRIED', EVENT_DATE), resumed(EVENT_DATE)])
      .when(end())
      .thenRecorded([ended('DEATH', EVENT_DATE, TEST_ACTOR.id)]);
  });

  it('takes the years from a right that ended before, once the event is revoked that gave it', () => {
    const revoked = (isRevoked: boolean) => (state: ScholarshipState) =>
      endScholarship(
        { scholarshipId: SCHOLARSHIP_ID, reason: 'EVENT_REVOKED', endedOn: EVENT_DATE },
        state,
        testContext(),
        { isRevoked },
      );
    const married = [granted(), ended('MARRIED', localDate('2025-06-01'))];
    const without = ended('EVENT_REVOKED', EVENT_DATE, TEST_ACTOR.id);
    given(married).when(revoked(true)).thenRecorded([without]);
    given(married).when(revoked(false)).thenRejected('EVENT_STANDS');
    given([...married, without])
      .when(revoked(true))
      .thenRejected('SCHOLARSHIP_ENDED');
  });

  it('closes what was shown of later years, which are open again should the right go on', () => {
    const late = evidenced({ year: 2026 });
    const history = [granted(), evidenced(), late];
    const over = [...history, ...end(localDate('2025-09-01'))(fold(scholarships, history))];
    expect(over.at(-1)).toMatchObject({ type: 'ScholarshipEnded', data: { closedYears: [2026] } });
    expect(fold(scholarships, over)).toMatchObject({
      years: [
        { year: 2025, situation: 'EVIDENCED' },
        { year: 2026, situation: 'CLOSED' },
      ],
    });
    const year = { scholarshipId: SCHOLARSHIP_ID, year: 2026 };
    const decide = (state: ScholarshipState) => approveYear(year, state, testContext());
    given(over).when(decide).thenRejected('SCHOLARSHIP_ENDED');
    const goesOn = resumeScholarship(
      { scholarshipId: SCHOLARSHIP_ID, reason: 'ENDED_BY_MISTAKE', reference: 'BA/14/2026' },
      fold(scholarships, over),
      testContext({ actor: { ...TEST_ACTOR, id: 'supervisor-2' } }),
    );
    expect(goesOn).toMatchObject([{ data: { openedYears: [2026] } }]);
    expect(decide(fold(scholarships, [...over, ...goesOn]))).toMatchObject([{ data: { year: 2026 } }]);
  });

  it('ends the right of a child that was erased or named by mistake, and closes whatever was shown of it', () => {
    const without = (birthDate?: typeof BORN_2007) => (state: ScholarshipState) =>
      endScholarship(
        { scholarshipId: SCHOLARSHIP_ID, reason: 'CHILD_NOT_ON_RECORD', endedOn: EVENT_DATE },
        state,
        testContext(),
        birthDate && { birthDate },
      );
    const shown = [granted(), evidenced({ person: ERASED })];
    given(shown).when(without(BORN_2007)).thenRejected('CHILD_IS_ON_RECORD');
    for (const history of [shown, [...shown, ended('MARRIED', localDate('2025-09-01'))]]) {
      const over = [...history, ...without()(fold(scholarships, history))];
      expect(fold(scholarships, over)).toMatchObject({
        situation: 'ENDED',
        years: [{ year: 2025, situation: 'CLOSED' }],
      });
      expect(fold(yearSteps, over).expected).toBeUndefined();
      given(over).when(without()).thenRejected('SCHOLARSHIP_ENDED');
      given(over)
        .when((state) =>
          resumeScholarship(
            { scholarshipId: SCHOLARSHIP_ID, reason: 'FACT_CORRECTED', reference: 'BA/14/2026' },
            state,
            testContext({ actor: { ...TEST_ACTOR, id: 'supervisor-2' } }),
          ),
        )
        .thenRejected('BIRTH_DATE_UNKNOWN');
    }
  });

  it('by age is refused before the registered birth date gives it, where that is known', () => {
    const byAge = (endedOn: string, birthDate?: typeof BORN_2007) => (state: ScholarshipState) =>
      endScholarship(
        { scholarshipId: SCHOLARSHIP_ID, reason: 'AGE_23', endedOn: localDate(endedOn) },
        state,
        testContext(),
        birthDate && { birthDate },
      );
    const born = localDate('2003-06-10');
    given([granted()]).when(byAge('2025-09-01', BORN_2007)).thenRejected('CHILD_NOT_TOO_OLD');
    given([granted()]).when(byAge('2026-06-09', born)).thenRejected('CHILD_NOT_TOO_OLD');
    for (const birthDate of [born, undefined]) {
      given([granted()])
        .when(byAge('2026-06-10', birthDate))
        .thenRecorded([ended('AGE_23', localDate('2026-06-10'), TEST_ACTOR.id)]);
    }
  });

  it('is refused for a day before the event that gave the right, or after today', () => {
    given([granted()])
      .when(end(localDate('2025-01-31')))
      .thenRejected('END_BEFORE_EVENT');
    given([granted()])
      .when(end(localDate('2026-11-21')))
      .thenRejected('END_IN_FUTURE');
  });
});
