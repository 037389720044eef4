import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { endScholarship } from './end-scholarship.js';
import { EVENT_DATE, SCHOLARSHIP_ID, ended, granted } from './scholarship.examples.js';
import { type ScholarshipState, scholarships } from './scholarship.js';

const given = decisionSpec(scholarships);

const end =
  (endedOn = EVENT_DATE) =>
  (state: ScholarshipState) =>
    endScholarship({ scholarshipId: SCHOLARSHIP_ID, reason: 'DEATH', endedOn }, state, testContext());

describe('ending a scholarship', () => {
  it('records why and since when', () => {
    given([granted()])
      .when(end())
      .thenRecorded([ended('DEATH', EVENT_DATE)]);
  });

  it('may be today', () => {
    const today = localDate('2026-11-20');
    given([granted()])
      .when(end(today))
      .thenRecorded([ended('DEATH', today)]);
  });

  it('is refused for a scholarship that was never granted, or has ended before', () => {
    given().when(end()).thenRejected('SCHOLARSHIP_NOT_FOUND');
    given([granted(), ended('MARRIED', localDate('2025-06-01'))])
      .when(end())
      .thenRejected('SCHOLARSHIP_ENDED');
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
