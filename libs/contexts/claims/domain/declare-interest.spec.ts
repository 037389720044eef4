import { describe, it } from '@jest/globals';
import { contextBy, decisionSpec } from '#testing/decisions';
import { ACCIDENT, CLAIM, JKK_SUBMITTED, JKM_SUBMITTED } from './claim.examples.js';
import { interestDeclared as declared } from './claim-by-people.examples.js';
import { type FactsOfInterest, declareInterest } from './declare-interest.js';
import { type WhoDecides, whoDecides } from './who-decides.js';

const given = decisionSpec(whoDecides);

const TRACED = '6a0c7f0e-1111-5000-8000-000000000009';

const niece = contextBy('niece', 'adjudicator');

const declare =
  (facts: FactsOfInterest = {}) =>
  (state: WhoDecides) =>
    declareInterest({ claimId: CLAIM, interest: 'RELATIVE' }, state, niece, facts);

describe('An interest in a claim', () => {
  it('names the accident that the claim is for', () => {
    given([JKK_SUBMITTED])
      .when(declare())
      .thenRecorded([declared(ACCIDENT)]);
  });

  it('names the accident that the death was traced to, which the claim is not for', () => {
    given([JKM_SUBMITTED])
      .when(declare({ diedOfAccidentId: TRACED }))
      .thenRecorded([declared(TRACED)]);
  });

  it('names none of a death without one', () => {
    given([JKM_SUBMITTED]).when(declare()).thenRecorded([declared()]);
  });

  it('is declared once: the same again changes nothing', () => {
    given([JKK_SUBMITTED, declared(ACCIDENT)])
      .when(declare())
      .thenRecorded([]);
  });

  it('in a claim that nobody has handed in is refused', () => {
    given().when(declare()).thenRejected('CLAIM_NOT_FOUND');
  });
});
