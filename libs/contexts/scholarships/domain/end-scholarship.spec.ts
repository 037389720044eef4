import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { endScholarship } from './end-scholarship.js';
import { BORN_2007, EVENT_DATE, SCHOLARSHIP_ID, ended, granted, resumed } from './scholarship.examples.js';
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
