import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveYear } from './approve-year.js';
import { type EntitledBy, endEntitlement } from './end-entitlement.js';
import type { ScholarshipByClaim } from './entitling-event.js';
import { type ClaimOfChild, grantScholarship } from './grant-scholarship.js';
import { resumeScholarship } from './resume-scholarship.js';
import {
  BORN_2007,
  CHILD_ID,
  CLAIM_ID,
  PARTICIPANT_ID,
  SCHOLARSHIP_ID,
  approved,
  ended,
  evidenced,
  granted,
  lastYearOfSma,
} from './scholarship.examples.js';
import { evidenceSteps, yearSteps } from './scholarship-steps.js';
import { type ScholarshipState, scholarships } from './scholarship.js';

const given = decisionSpec(scholarships);
const AUTUMN = localDate('2026-09-01');
const OTHER_CLAIM = '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e';
const GRANTED = granted();
const NO_LONGER = ended('NO_LONGER_ENTITLED', AUTUMN, 'second-approver');

const end =
  (facts: EntitledBy = { claim: { says: 'NO_LONGER' } }) =>
  (state: ScholarshipState) =>
    endEntitlement(
      {
        claimId: CLAIM_ID,
        participantId: PARTICIPANT_ID,
        childId: CHILD_ID,
        enderId: 'second-approver',
        endedOn: AUTUMN,
      },
      state,
      testContext(),
      facts,
    );
const grant =
  (claim: ClaimOfChild, claimId = CLAIM_ID) =>
  (state: ScholarshipState) =>
    grantScholarship({ ...lastYearOfSma, claimId, grantedOn: AUTUMN }, state, testContext(), claim);
const resume = (claim: ScholarshipByClaim) => (state: ScholarshipState) =>
  resumeScholarship(
    { scholarshipId: SCHOLARSHIP_ID, reason: 'ENDED_BY_MISTAKE', reference: 'BA/14/2026' },
    state,
    testContext({ actor: { ...TEST_ACTOR, id: 'supervisor-2' } }),
    { birthDate: BORN_2007, claim },
  );

describe('A right whose claim, computed anew, gives the child none any more', () => {
  it('ends on the day on which that was approved, by whoever approved it', () => {
    given([GRANTED]).when(end()).thenRecorded([NO_LONGER]);
  });

  it('leaves what was paid, and the years up to the end, of which is decided as after any other', () => {
    const history = [
      GRANTED,
      evidenced(),
      approved(2025),
      evidenced({ year: 2026, level: 'PT', yearInLevel: 1 }),
    ];
    const over = [...history, ...end()(fold(scholarships, history))];
    expect(fold(scholarships, over)).toMatchObject({ years: [{ year: 2025, situation: 'APPROVED' }, {}] });
    expect(fold(yearSteps, over).expected).toMatchObject({ step: 'DECIDE_YEAR' });
    expect(fold(evidenceSteps, over).expected).toBeUndefined();
    const decided = approveYear(
      { scholarshipId: SCHOLARSHIP_ID, year: 2026 },
      fold(scholarships, over),
      testContext(),
    );
    expect(decided).toMatchObject([{ type: 'ScholarshipYearApproved', data: { year: 2026 } }]);
  });

  it('ends as revoked where it was for a death that was taken back, and leaves no year to decide', () => {
    const history = [GRANTED, evidenced()];
    const over = end({ claim: { says: 'NO_LONGER' }, isRevoked: true })(fold(scholarships, history));
    expect(over).toMatchObject([{ data: { reason: 'EVENT_REVOKED', closedYears: [2025] } }]);
    const yearOver = [...history, ...over];
    expect(fold(yearSteps, yearOver).expected).toBeUndefined();
    given(yearOver)
      .when((state) => approveYear({ scholarshipId: SCHOLARSHIP_ID, year: 2025 }, state, testContext()))
      .thenRejected('SCHOLARSHIP_ENDED');
  });

  it('goes on after that where the same claim gives it for what stands, and not otherwise', () => {
    const revoked = [GRANTED, ended('EVENT_REVOKED', AUTUMN)];
    const again = grant({ says: 'GIVEN', approverId: 'third-approver' });
    expect(again(fold(scholarships, revoked))).toMatchObject([
      { type: 'ScholarshipResumed', data: { reason: 'DETERMINED_OTHERWISE', reference: CLAIM_ID } },
    ]);
    given(revoked)
      .when(grant({ says: 'GIVEN', isRevoked: true }))
      .thenNothing();
    given(revoked)
      .when(grant({ says: 'NO_LONGER' }))
      .thenNothing();
  });

  it('is left alone where it has ended, follows from another claim, or is given again by then', () => {
    given().when(end()).thenNothing();
    given([GRANTED, ended('MARRIED', AUTUMN)])
      .when(end())
      .thenNothing();
    given([{ ...GRANTED, data: { ...GRANTED.data, claimId: OTHER_CLAIM } } as typeof GRANTED])
      .when(end())
      .thenNothing();
    given([GRANTED])
      .when(end({ claim: { says: 'GIVEN' } }))
      .thenNothing();
  });

  it('follows from the other claim that gives it as well, and no year of it is approved twice', () => {
    const { scholarshipId: _its, ...other } = { ...lastYearOfSma, claimId: OTHER_CLAIM, grantedOn: AUTUMN };
    const history = [GRANTED, evidenced(), approved(2025)];
    const events = end({ claim: { says: 'NO_LONGER' }, elsewhere: other })(fold(scholarships, history));
    expect(events).toMatchObject([
      NO_LONGER,
      { type: 'ScholarshipGranted', data: { claimId: OTHER_CLAIM, childId: CHILD_ID } },
    ]);
    expect(fold(scholarships, [...history, ...events])).toMatchObject({
      situation: 'ENTITLED',
      claimId: OTHER_CLAIM,
      years: [{ year: 2025, situation: 'APPROVED' }],
    });
    expect(fold(evidenceSteps, [...history, ...events]).expected).toMatchObject({ dueDays: ['2026-12-31'] });
  });

  it('goes on where a re-assessment gives it again, and follows from the claim that gives it instead', () => {
    given([GRANTED, NO_LONGER])
      .when(grant({ says: 'GIVEN', approverId: 'third-approver' }))
      .thenRecorded([
        {
          type: 'ScholarshipResumed',
          data: {
            scholarshipId: SCHOLARSHIP_ID,
            participantId: PARTICIPANT_ID,
            reason: 'DETERMINED_OTHERWISE',
            reference: CLAIM_ID,
            resumerId: 'third-approver',
            effectiveOn: AUTUMN,
          },
        },
      ]);
    const anew = grant({ says: 'GIVEN' }, OTHER_CLAIM)(fold(scholarships, [GRANTED, NO_LONGER]));
    expect(anew).toMatchObject([{ type: 'ScholarshipGranted', data: { claimId: OTHER_CLAIM } }]);
  });

  it('does not go on by what was approved before, nor by being named once more', () => {
    for (const claim of [{ says: 'NO_LONGER' } as const, {}]) {
      given([GRANTED, NO_LONGER]).when(grant(claim)).thenNothing();
      given([GRANTED, NO_LONGER]).when(grant(claim, OTHER_CLAIM)).thenNothing();
    }
  });

  it('is not resumed by a person: the claim says so, also of one that had ended before', () => {
    given([GRANTED, NO_LONGER]).when(resume({})).thenRejected('NO_LONGER_ENTITLED');
    given([GRANTED, ended('MARRIED', AUTUMN)])
      .when(resume({ says: 'NO_LONGER' }))
      .thenRejected('NO_LONGER_ENTITLED');
  });
});
