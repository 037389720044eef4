import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveYear } from './approve-year.js';
import { endScholarship } from './end-scholarship.js';
import { grantScholarship } from './grant-scholarship.js';
import { type ResumableChild, resumeScholarship } from './resume-scholarship.js';
import {
  BORN_2007,
  CHILD_ID,
  CLAIM_ID,
  EVENT_DATE,
  PARTICIPANT_ID,
  SCHOLARSHIP_ID,
  approved,
  denied,
  ended,
  evidenced,
  granted,
  lastYearOfSma,
  resumed,
} from './scholarship.examples.js';
import { type ScholarshipState, scholarships } from './scholarship.js';

const given = decisionSpec(scholarships);
const today = testContext().today;
const AUTUMN = localDate('2025-09-01');

const resume =
  (facts: ResumableChild = { birthDate: BORN_2007 }, id = 'supervisor-2') =>
  (state: ScholarshipState) =>
    resumeScholarship(
      { scholarshipId: SCHOLARSHIP_ID, reason: 'ENDED_BY_MISTAKE', reference: 'BA/14/2026' },
      state,
      testContext({ actor: { ...TEST_ACTOR, id } }),
      facts,
    );

describe('having a scholarship go on that should not have ended', () => {
  it('records why, on which paper, and who said so', () => {
    given([granted(), ended('MARRIED', AUTUMN, 'adjudicator-1')])
      .when(resume())
      .thenRecorded([resumed(today)]);
  });

  it('leaves it as it was before the end, its years and its grant', () => {
    const history = [granted(), evidenced(), approved(2025), ended('WORKING', AUTUMN), resumed(today)];
    expect(fold(scholarships, history)).toEqual({
      situation: 'ENTITLED',
      scholarshipId: SCHOLARSHIP_ID,
      claimId: CLAIM_ID,
      participantId: PARTICIPANT_ID,
      childId: CHILD_ID,
      eventDate: EVENT_DATE,
      years: [{ situation: 'APPROVED', year: 2025, level: 'SMA', amountIdr: 3_000_000 }],
    });
    given(history)
      .when((state) => grantScholarship(lastYearOfSma, state))
      .thenNothing();
  });

  it('pays the year of which a wedding was mistyped, on new evidence', () => {
    const supervisor = (id: string) => testContext({ actor: { ...TEST_ACTOR, id } });
    const history = [granted(), evidenced({ married: true })];
    const decide = (id: string) => (state: ScholarshipState) =>
      approveYear({ scholarshipId: SCHOLARSHIP_ID, year: 2025 }, state, supervisor(id));
    const mistaken = [...history, ...decide('supervisor-1')(fold(scholarships, history))];
    expect(fold(scholarships, mistaken)).toMatchObject({ situation: 'ENDED', enderId: 'supervisor-1' });
    given(mistaken).when(resume({}, 'supervisor-1')).thenRejected('ENDED_BY_YOU');
    const goesOn = [...mistaken, ...resume()(fold(scholarships, mistaken)), evidenced()];
    expect(decide('supervisor-1')(fold(scholarships, goesOn))).toMatchObject([
      { type: 'ScholarshipYearApproved', data: { year: 2025, amountIdr: 3_000_000 } },
    ]);
  });

  it('is refused to whoever ended it by hand', () => {
    const byHand = endScholarship(
      { scholarshipId: SCHOLARSHIP_ID, reason: 'WORKING', endedOn: AUTUMN },
      fold(scholarships, [granted()]),
      testContext({ actor: { ...TEST_ACTOR, id: 'supervisor-2' } }),
    );
    given([granted(), ...byHand])
      .when(resume())
      .thenRejected('ENDED_BY_YOU');
  });

  it('is refused for one that was never granted, and for one that goes on', () => {
    given().when(resume()).thenRejected('SCHOLARSHIP_NOT_FOUND');
    given([granted()]).when(resume()).thenRejected('SCHOLARSHIP_GOES_ON');
    given([granted(), ended('MARRIED', AUTUMN), resumed(today)])
      .when(resume())
      .thenRejected('SCHOLARSHIP_GOES_ON');
  });

  it('is refused where the death was taken back, and where it was paid once and for all', () => {
    given([granted(), ended('EVENT_REVOKED', AUTUMN)])
      .when(resume({ isRevoked: true }))
      .thenRejected('EVENT_REVOKED');
    given([granted(), evidenced(), approved(2025), ended('PAID_ONCE', AUTUMN)])
      .when(resume())
      .thenRejected('PAID_ONCE_ALREADY');
  });

  it('is refused to a third child, also while the other two have theirs by another order', () => {
    const other = [granted(), ended('NOT_AMONG_FIRST', AUTUMN)];
    given(other).when(resume()).thenRejected('NOT_AMONG_FIRST');
    given(other)
      .when(resume({ birthDate: BORN_2007, isAmongFirst: true }))
      .thenRecorded([resumed(today)]);
    given([granted(), ended('MARRIED', AUTUMN)])
      .when(resume({ birthDate: BORN_2007, isAmongFirst: false }))
      .thenRejected('NOT_AMONG_FIRST');
  });

  it('waits for the corrected birth date of a child that was too old by the registered one', () => {
    const tooOld = [granted(), denied(2025, 'REJECTED_AGE_23'), ended('AGE_23', AUTUMN)];
    given(tooOld)
      .when(resume({ birthDate: localDate('2002-09-01') }))
      .thenRejected('CHILD_WAS_TOO_OLD');
    given(tooOld)
      .when(resume())
      .thenRecorded([resumed(today)]);
  });
});
