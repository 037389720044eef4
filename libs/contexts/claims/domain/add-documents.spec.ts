import { describe, expect, it } from '@jest/globals';
import { ERASED, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { addDocuments } from './add-documents.js';
import {
  CLAIM,
  COMPLETED,
  JKK_PAPERS,
  JKK_SUBMITTED,
  PARTICIPANT,
  jkkFacts,
  receivedLater,
  submittedWith,
} from './claim.examples.js';
import { claims } from './claim.js';

const given = decisionSpec(claims);
const [first, ...others] = JKK_PAPERS;
const withoutPapers = submittedWith([]);
describe('adding documents', () => {
  it('completes the claim when nothing is missing any more', () => {
    given([withoutPapers])
      .when((state) =>
        addDocuments({ claimId: CLAIM, documents: JKK_PAPERS }, state, testContext(), jkkFacts()),
      )
      .thenRecorded([receivedLater(JKK_PAPERS), COMPLETED]);
  });

  it('counts what was handed in before', () => {
    given([submittedWith([first!])])
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, state, testContext(), jkkFacts()))
      .thenRecorded([receivedLater(others), COMPLETED]);
  });

  it('asks again for what is still missing', () => {
    given([withoutPapers])
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, state, testContext(), jkkFacts()))
      .thenRecorded([
        receivedLater(others),
        {
          type: 'DocumentsRequested',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            missing: ['KPJ_CARD'],
            effectiveOn: localDate('2026-11-20'),
          },
        },
      ]);
  });

  it('is refused once the claim is complete, with what can be done instead', () => {
    const rejection = given([JKK_SUBMITTED, COMPLETED])
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_COMPLETE');
    expect(rejection.details.allowed).toEqual(['calculate the benefit']);
  });

  it('is refused where there is no claim', () => {
    given()
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_NOT_FOUND');
  });

  it('is refused once the participant was erased: nothing is sealed under a key that is gone', () => {
    const erased = { ...withoutPapers, data: { ...withoutPapers.data, person: ERASED } };
    given([erased])
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, state, testContext(), jkkFacts()))
      .thenRejected('PERSONAL_DATA_ERASED');
  });
});
