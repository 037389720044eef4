import { describe, expect, it } from '@jest/globals';
import { ERASED, type EventOf, fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from './calculate-benefit.js';
import type { JkkFacts } from '../programmes/jkk/facts.js';
import { NOTHING_PAID } from '../programmes/jkk/disability-paid.js';
import { approveClaim } from './approve-claim.js';
import { cancelClaim } from './cancel-claim.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  PARTICIPANT,
  REFUSED_BY_LAW,
  TAKEN_OVER,
  calculatedBy,
  jkkFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import { denyClaim } from './deny-claim.js';
import type { Basis } from './programme.js';

const given = decisionSpec(claims);
const { today } = testContext();
const cancelBy = (basis: Basis<JkkFacts>) => (state: ClaimState) =>
  cancelClaim({ claimId: CLAIM, reason: 'SETTLED_BY_PAPERS' }, state, testContext(), basis);
const cancel = cancelBy(jkkFacts());

const OF_NOBODY: ClaimEvent = { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, person: ERASED } };

const MISSING: ClaimEvent = {
  type: 'DocumentsRequested',
  data: { claimId: CLAIM, participantId: PARTICIPANT, missing: ['KK3'], effectiveOn: today },
};

const HELD: ClaimEvent = {
  type: 'ClaimHeld',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    assessorId: 'assessor',
    reason: 'PENDING_ARREARS',
    law: 'PP 44/2015',
    article: 'Art. 1',
    detail: 'Contributions are in arrears.',
    effectiveOn: today,
  },
};

const CANCELLED: EventOf<ClaimEvent, 'ClaimCancelled'> = {
  type: 'ClaimCancelled',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    deciderId: 'user-1',
    reason: 'SETTLED_BY_PAPERS',
    effectiveOn: localDate('2026-11-20'),
  },
};

describe('giving up a claim that nobody can decide (M3)', () => {
  it('is the way out where nobody knows any more where to pay', () => {
    const calculated = [OF_NOBODY, COMPLETED, calculatedBy(jkkFacts())];
    const approve = (state: ClaimState) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts());
    given(calculated).when(approve).thenRejected('PERSONAL_DATA_ERASED');
    given(calculated).when(cancel).thenRecorded([CANCELLED]);
  });

  it.each<[string, readonly ClaimEvent[]]>([
    ['papers are missing', [OF_NOBODY, MISSING]],
    ['it is complete', [OF_NOBODY, COMPLETED]],
    ['it is held', [OF_NOBODY, COMPLETED, HELD]],
    ['the law refuses it', [OF_NOBODY, COMPLETED, REFUSED_BY_LAW]],
    [
      'the heir took it over',
      [OF_NOBODY, COMPLETED, { ...TAKEN_OVER, data: { ...TAKEN_OVER.data, person: ERASED } }],
    ],
  ])('is the way out when %s', (_when, history) => {
    given(history).when(cancel).thenRecorded([CANCELLED]);
  });

  it.each<[string, string, Basis<JkkFacts>]>([
    ['what doctors stated was erased', 'HEALTH_DATA_ERASED', jkkFacts({ healthErased: true, injuries: [] })],
    [
      'which disability was paid for was erased',
      'EARLIER_DISABILITY_ERASED',
      jkkFacts({}, {}, { paidBefore: { ...NOTHING_PAID, erased: true } }),
    ],
  ])('is the way out when %s', (_what, code, basis) => {
    const calculate = (state: ClaimState) =>
      calculateBenefit({ claimId: CLAIM }, state, testContext(), basis);
    const known = [JKK_SUBMITTED, COMPLETED];
    given(known).when(calculate).thenRejected(code);
    given(known).when(cancelBy(basis)).thenRecorded([CANCELLED]);
    given([...known, calculatedBy(jkkFacts())])
      .when(cancelBy(basis))
      .thenRecorded([CANCELLED]);
  });

  it('is not the way out of what the law refuses whatever was erased: it is denied, and whoever claimed is told why', () => {
    const noWorkAccident = jkkFacts({ conclusion: 'NOT_WORK_ACCIDENT' });
    const erasedSince = jkkFacts({ conclusion: 'NOT_WORK_ACCIDENT', healthErased: true, injuries: [] });
    const refused = [JKK_SUBMITTED, COMPLETED, calculatedBy(noWorkAccident)];
    given(refused).when(cancelBy(erasedSince)).thenRejected('NOT_TO_BE_CANCELLED');
    const [denied] = denyClaim({ claimId: CLAIM }, fold(claims, refused), testContext(), erasedSince);
    expect(denied).toMatchObject({ type: 'ClaimDenied', data: { decision: 'REJECTED_NOT_WORK_ACCIDENT' } });
    const changedSince = jkkFacts({ healthErased: true, injuries: [] });
    given(refused).when(cancelBy(changedSince)).thenRecorded([CANCELLED]);
  });

  it('is refused for everybody else, with what can be done', () => {
    const allowed = (...history: ClaimEvent[]) =>
      given([JKK_SUBMITTED, ...history])
        .when(cancel)
        .thenRejected('NOT_TO_BE_CANCELLED').details.allowed;
    expect(allowed(MISSING)).toEqual(['add documents']);
    expect(allowed(COMPLETED)).toEqual(['calculate the benefit']);
    expect(allowed(COMPLETED, HELD)).toEqual(['calculate the benefit again once the arrears are settled']);
    expect(allowed(COMPLETED, REFUSED_BY_LAW)).toEqual(['approve', 'deny', 'calculate the benefit again']);
  });

  it('is refused once the claim was decided, and where there is none', () => {
    const denied: ClaimEvent = {
      type: 'ClaimDenied',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        deciderId: 'supervisor',
        ...REFUSED_BY_LAW.data.refusal!,
        effectiveOn: today,
      },
    };
    given([OF_NOBODY, COMPLETED, REFUSED_BY_LAW, denied]).when(cancel).thenRejected('CLAIM_DENIED');
    given().when(cancel).thenRejected('CLAIM_NOT_FOUND');
  });

  it('ends it: nothing is decided afterwards, and giving it up again changes nothing', () => {
    const over = [OF_NOBODY, COMPLETED, calculatedBy(jkkFacts()), CANCELLED];
    given(over)
      .when((state) => approveClaim({ claimId: CLAIM }, state, testContext(), jkkFacts()))
      .thenRejected('CLAIM_CANCELLED');
    given(over).when(cancel).thenNothing();
  });
});
