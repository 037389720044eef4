import { describe, expect, it } from '@jest/globals';
import { instant, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import {
  ACCIDENT,
  ACCOUNT,
  CLAIM,
  COMPLETED,
  JKK_PAPERS,
  JKK_SUBMITTED,
  JKM_PAPERS,
  JKM_SUBMITTED,
  PARTICIPANT,
  jkkFacts,
  jkmFacts,
  submittedWith,
} from './claim.examples.js';
import { claims } from './claim.js';
import { type SubmitClaimInput, submitClaim } from './submit-claim.js';

const given = decisionSpec(claims);

const JKK: SubmitClaimInput = {
  claimId: CLAIM,
  programme: 'JKK',
  participantId: PARTICIPANT,
  accidentId: ACCIDENT,
  claimant: 'PARTICIPANT',
  documents: JKK_PAPERS,
  person: { claimantName: 'Sari Contoh', account: ACCOUNT },
};

const JKM: SubmitClaimInput = {
  claimId: CLAIM,
  programme: 'JKM',
  participantId: PARTICIPANT,
  claimant: 'HEIR',
  documents: JKM_PAPERS,
  person: { claimantName: 'Budi Contoh', account: ACCOUNT },
};

const BY_THE_SUBMITTER = testContext({ actor: { ...TEST_ACTOR, id: 'submitter' } });

describe('submitting a JKK claim', () => {
  it('with all documents starts the service clock of 7 working days', () => {
    given()
      .when((state) => submitClaim(JKK, state, BY_THE_SUBMITTER, jkkFacts()))
      .thenRecorded([JKK_SUBMITTED, COMPLETED]);
  });

  it('is of an office that works on it: whose token names none takes none in', () => {
    const ofNone = testContext({ actor: { ...TEST_ACTOR, office: '' } });
    given()
      .when((state) => submitClaim(JKK, state, ofNone, jkkFacts()))
      .thenRejected('OFFICE_NOT_NAMED');
  });

  it('starts it on the next working day where the counter had closed (16:00 in Jakarta)', () => {
    const inTheEvening = testContext({
      actor: { ...TEST_ACTOR, id: 'submitter' },
      issuedAt: instant('2026-11-20T09:30:00Z'),
    });
    given()
      .when((state) => submitClaim(JKK, state, inTheEvening, jkkFacts()))
      .thenRecorded([
        JKK_SUBMITTED,
        { ...COMPLETED, data: { ...COMPLETED.data, payBy: localDate('2026-12-02') } },
      ]);
  });

  it('with documents missing names each of them', () => {
    given()
      .when((state) => submitClaim({ ...JKK, documents: [] }, state, BY_THE_SUBMITTER, jkkFacts()))
      .thenRecorded([
        submittedWith([]),
        {
          type: 'DocumentsRequested',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            missing: JKK_PAPERS.map(({ kind }) => kind),
            effectiveOn: localDate('2026-11-20'),
          },
        },
      ]);
  });

  it('is refused for the accident of another participant', () => {
    given()
      .when((state) => submitClaim(JKK, state, BY_THE_SUBMITTER, jkkFacts({ participantId: CLAIM })))
      .thenRejected('ACCIDENT_OF_ANOTHER');
  });

  it('is refused to the heir while the participant lives', () => {
    given()
      .when((state) => submitClaim({ ...JKK, claimant: 'HEIR' }, state, BY_THE_SUBMITTER, jkkFacts()))
      .thenRejected('NOT_ENTITLED_TO_CLAIM');
  });

  it('belongs to the heir when the accident ended in death', () => {
    given()
      .when((state) =>
        submitClaim(JKK, state, BY_THE_SUBMITTER, jkkFacts({ outcome: 'DEATH', injuries: [] })),
      )
      .thenRejected('NOT_ENTITLED_TO_CLAIM');
  });

  it.each([
    ['the accident ended in death', jkkFacts({ outcome: 'DEATH', injuries: [] })],
    ['the participant died of something else since', jkkFacts({}, { diedOn: localDate('2026-11-19') })],
  ])('asks who the heir is when %s', (_what, facts) => {
    const [, verdict] = submitClaim({ ...JKK, claimant: 'HEIR' }, claims.initial, BY_THE_SUBMITTER, facts);
    expect(verdict).toMatchObject({
      type: 'DocumentsRequested',
      data: { missing: ['DEATH_CERTIFICATE', 'HEIR_CERTIFICATE', 'KK', 'HEIR_KTP'] },
    });
  });

  it('is refused a second time for the same accident', () => {
    given([JKK_SUBMITTED, COMPLETED])
      .when((state) => submitClaim(JKK, state, BY_THE_SUBMITTER, jkkFacts()))
      .thenRejected('CLAIM_ALREADY_SUBMITTED');
  });
});

describe('submitting a JKM claim', () => {
  it('with all documents starts the service clock of 3 working days', () => {
    given()
      .when((state) => submitClaim(JKM, state, BY_THE_SUBMITTER, jkmFacts()))
      .thenRecorded([
        JKM_SUBMITTED,
        { ...COMPLETED, data: { ...COMPLETED.data, payBy: localDate('2026-11-25') } },
      ]);
  });

  it('is refused before the death was reported', () => {
    given()
      .when((state) => submitClaim(JKM, state, BY_THE_SUBMITTER, jkmFacts({ diedOn: undefined })))
      .thenRejected('DEATH_NOT_REPORTED');
  });

  it('is refused for a death by a work accident', () => {
    given()
      .when((state) => submitClaim(JKM, state, BY_THE_SUBMITTER, jkmFacts({ diedOfAccidentId: 'any' })))
      .thenRejected('DEATH_BY_WORK_ACCIDENT');
  });

  it('belongs to the heir, not to the participant', () => {
    given()
      .when((state) => submitClaim({ ...JKM, claimant: 'PARTICIPANT' }, state, BY_THE_SUBMITTER, jkmFacts()))
      .thenRejected('NOT_ENTITLED_TO_CLAIM');
  });
});
