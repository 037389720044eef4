import { describe, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  OFFICIALS,
  RUKMINI,
  officialsListed,
  rukminiDeclined,
  rukminiFound,
  rukminiVisited,
} from './candidate.examples.js';
import {
  type FindCandidateInput,
  candidateLists,
  candidates,
  contactCandidate,
  declineCandidate,
  findCandidate,
  openCandidateList,
} from './candidate.js';

/** Today is 20 November 2026. */
const context = testContext();
const given = decisionSpec(candidates);
const list = fold(candidateLists, [officialsListed]);
const notRegistered = { isRegistered: false };

describe('A list of candidates', () => {
  it('is opened once', () => {
    const { effectiveOn: _on, ...input } = officialsListed.data;
    const ofLists = decisionSpec(candidateLists);
    ofLists()
      .when((state) => openCandidateList(input, state, context))
      .thenRecorded([
        { ...officialsListed, data: { ...officialsListed.data, effectiveOn: localDate('2026-11-20') } },
      ]);
    ofLists([officialsListed])
      .when((state) => openCandidateList(input, state, context))
      .thenRejected('CANDIDATE_LIST_KNOWN');
  });
});

describe('A candidate', () => {
  const finding: FindCandidateInput = {
    participantId: RUKMINI,
    candidateListId: OFFICIALS,
    district: '321605',
    person: { nik: '0000055205700077', name: 'Rukmini', phone: '081200000077', work: 'ketua RT 03' },
  };
  const found = { ...rukminiFound, data: { ...rukminiFound.data, effectiveOn: localDate('2026-11-20') } };

  it('is found for a list, once', () => {
    given()
      .when((state) => findCandidate(finding, state, context, { list, ...notRegistered }))
      .thenRecorded([found as typeof rukminiFound]);
    given([rukminiFound])
      .when((state) => findCandidate(finding, state, context, { list, ...notRegistered }))
      .thenRejected('CANDIDATE_KNOWN');
    given()
      .when((state) =>
        findCandidate(finding, state, context, { list: candidateLists.initial, ...notRegistered }),
      )
      .thenRejected('CANDIDATE_LIST_NOT_FOUND');
  });

  it('is nobody who is registered', () => {
    given()
      .when((state) => findCandidate(finding, state, context, { list, isRegistered: true }))
      .thenRejected('CANDIDATE_REGISTERED');
  });

  const contacting = (contactedOn: string) => ({
    participantId: RUKMINI,
    way: 'VISIT' as const,
    contactedOn: localDate(contactedOn),
  });

  it('is spoken to, also after declining', () => {
    for (const before of [[rukminiFound], [rukminiFound, rukminiDeclined]]) {
      given(before)
        .when((state) => contactCandidate(contacting('2026-11-16'), state, context, notRegistered))
        .thenRecorded([rukminiVisited]);
    }
  });

  it.each([
    ['2026-11-21', 'CANDIDATE_CONTACTED_IN_FUTURE'],
    ['2026-11-09', 'CONTACTED_BEFORE_FOUND'],
  ])('is not spoken to on %s: %s', (day, code) => {
    given([rukminiFound])
      .when((state) => contactCandidate(contacting(day), state, context, notRegistered))
      .thenRejected(code);
  });

  const declining = { participantId: RUKMINI, reason: 'NO_MONEY' } as const;

  it('declines, until somebody speaks with them again', () => {
    given([rukminiFound])
      .when((state) => declineCandidate(declining, state, context, notRegistered))
      .thenRecorded([rukminiDeclined]);
    given([rukminiFound, rukminiDeclined])
      .when((state) => declineCandidate(declining, state, context, notRegistered))
      .thenRejected('CANDIDATE_DECLINED_ALREADY');
    given([rukminiFound, rukminiDeclined, rukminiVisited])
      .when((state) => declineCandidate(declining, state, context, notRegistered))
      .thenRecorded([rukminiDeclined]);
  });

  it('is left alone once registered, and has to be known', () => {
    given([rukminiFound])
      .when((state) => declineCandidate(declining, state, context, { isRegistered: true }))
      .thenRejected('CANDIDATE_REGISTERED');
    given()
      .when((state) => declineCandidate(declining, state, context, notRegistered))
      .thenRejected('CANDIDATE_NOT_FOUND');
  });
});
