import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/deciders';
import { addDocuments } from './add-documents.js';
import { CLAIM, COMPLETED, JKK_PAPERS, JKK_SUBMITTED, PARTICIPANT, jkkFacts } from './claim.examples.js';
import { claims } from './claim.js';

const given = decisionSpec(claims);
const [first, ...others] = JKK_PAPERS;
const withoutPapers = { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, documents: [] } };
const received = (documents: typeof JKK_PAPERS) =>
  ({
    type: 'DocumentsReceived',
    data: { claimId: CLAIM, participantId: PARTICIPANT, documents, effectiveOn: localDate('2026-11-20') },
  }) as const;

describe('adding documents', () => {
  it('completes the claim when nothing is missing any more', () => {
    given([withoutPapers])
      .when((state) =>
        addDocuments({ claimId: CLAIM, documents: JKK_PAPERS }, jkkFacts(), state, testContext()),
      )
      .thenRecorded([received(JKK_PAPERS), COMPLETED]);
  });

  it('counts what was handed in before', () => {
    given([{ ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, documents: [first!] } }])
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, jkkFacts(), state, testContext()))
      .thenRecorded([received(others), COMPLETED]);
  });

  it('asks again for what is still missing', () => {
    given([withoutPapers])
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, jkkFacts(), state, testContext()))
      .thenRecorded([
        received(others),
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
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, jkkFacts(), state, testContext()))
      .thenRejected('CLAIM_COMPLETE');
    expect(rejection.details.allowed).toEqual(['calculate the benefit']);
  });

  it('is refused where there is no claim', () => {
    given()
      .when((state) => addDocuments({ claimId: CLAIM, documents: others }, jkkFacts(), state, testContext()))
      .thenRejected('CLAIM_NOT_FOUND');
  });
});
