import { describe, it } from '@jest/globals';
import { decisionSpec, testContext } from '#testing/decisions';
import { ACCIDENT, CLAIM, JKM_SUBMITTED } from './claim.examples.js';
import { interestDeclared } from './claim-by-people.examples.js';
import { type Interests, interestsIn, repeatInterests } from './repeat-interests.js';

const given = decisionSpec(interestsIn);

const repeat = (said: Interests) =>
  repeatInterests({ claimId: CLAIM, accidentId: ACCIDENT }, said, testContext());

describe('An interest in a claim whose death is traced to an accident', () => {
  it('that was declared before is one in that accident too', () => {
    given([JKM_SUBMITTED, interestDeclared()])
      .when(repeat)
      .thenRecorded([interestDeclared(ACCIDENT)]);
  });

  it('that was in the accident of an earlier trace is one in this accident too', () => {
    given([JKM_SUBMITTED, interestDeclared('another-accident')])
      .when(repeat)
      .thenRecorded([interestDeclared(ACCIDENT)]);
  });

  it('is not said twice of one accident', () => {
    given([JKM_SUBMITTED, interestDeclared(), interestDeclared(ACCIDENT)])
      .when(repeat)
      .thenNothing();
  });

  it('is nobody’s where nobody declared one, and where there is no claim', () => {
    given([JKM_SUBMITTED]).when(repeat).thenNothing();
    given().when(repeat).thenNothing();
  });
});
