import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import {
  ACCOUNT,
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_PAPERS,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  PARTICIPANT,
  REFUSED_BY_LAW,
  TAKEN_OVER,
  WIDOW,
  calculatedBy,
  jkkFacts,
  jkmFacts,
  lapsedFacts,
  receivedLater,
  submittedWith,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims, claimantOf, knownClaim } from './claim.js';
import { denyClaim } from './deny-claim.js';
import { type TakeClaimOverInput, takeClaimOver } from './take-claim-over.js';

const given = decisionSpec(claims);
const today = localDate('2026-11-20');
const TAKER = testContext({ actor: { ...TEST_ACTOR, id: 'taker' } });
const died = jkkFacts({}, { diedOn: localDate('2026-11-19') });
const byTheWidow: TakeClaimOverInput = {
  claimId: CLAIM,
  claimant: 'HEIR',
  documents: HEIR_PAPERS,
  person: WIDOW,
};

const takenOverBy =
  (input: TakeClaimOverInput, facts = died) =>
  (state: ClaimState) =>
    takeClaimOver(input, state, TAKER, facts);

const held: ClaimEvent = {
  type: 'ClaimHeld',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    assessorId: 'assessor',
    reason: 'PENDING_ARREARS',
    law: 'any',
    article: 'any',
    detail: 'any',
    effectiveOn: today,
  },
};

describe('taking a claim over', () => {
  it.each<[string, ClaimEvent[]]>([
    ['complete', []],
    ['held', [held]],
    ['calculated', [calculatedBy(jkkFacts())]],
  ])('is for the heir of a participant who died while the claim was %s', (_situation, since) => {
    given([JKK_SUBMITTED, COMPLETED, ...since])
      .when(takenOverBy(byTheWidow))
      .thenRecorded([receivedLater(HEIR_PAPERS), TAKEN_OVER]);
  });

  it('leaves the claim where it was, with the account of the heir', () => {
    const before = knownClaim(fold(claims, [JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts())]));
    const after = fold(claims, [JKK_SUBMITTED, COMPLETED, calculatedBy(jkkFacts()), TAKEN_OVER]);
    expect(after).toEqual({
      ...before,
      account: WIDOW.account,
      claimedByHeir: true,
      hands: { ...before.hands, handedInBy: ['submitter', 'taker'] },
    });
  });

  it('needs no new calculation: the law gives the same, and the heir is paid', () => {
    const calculation = calculatedBy(jkkFacts());
    const [approved] = approveClaim(
      { claimId: CLAIM },
      fold(claims, [JKK_SUBMITTED, COMPLETED, calculation, TAKEN_OVER]),
      testContext(),
      died,
    );
    expect(approved).toMatchObject({
      type: 'ClaimApproved',
      data: {
        totalIdr: calculation.data.totalIdr,
        payments: [{ payee: 'HEIR' }, { payee: 'PLKK' }],
        person: { account: WIDOW.account },
      },
    });
  });

  it('needs no more papers than the claim has already', () => {
    given([submittedWith([...JKK_PAPERS, ...HEIR_PAPERS]), COMPLETED])
      .when(takenOverBy({ ...byTheWidow, documents: [] }))
      .thenRecorded([TAKEN_OVER]);
  });

  it('says of an incomplete claim what is still missing', () => {
    given([submittedWith([])])
      .when(takenOverBy(byTheWidow))
      .thenRecorded([
        receivedLater(HEIR_PAPERS),
        TAKEN_OVER,
        {
          type: 'DocumentsRequested',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            missing: JKK_PAPERS.map(({ kind }) => kind),
            effectiveOn: today,
          },
        },
      ]);
  });

  it('completes a claim when the heir brings what was missing', () => {
    const documents = [...JKK_PAPERS, ...HEIR_PAPERS];
    given([submittedWith([])])
      .when(takenOverBy({ ...byTheWidow, documents }))
      .thenRecorded([receivedLater(documents), TAKEN_OVER, COMPLETED]);
  });

  it('gives the claim back to the participant when nobody died after all', () => {
    const back: TakeClaimOverInput = {
      claimId: CLAIM,
      claimant: 'PARTICIPANT',
      documents: [],
      person: { claimantName: 'Sari Contoh', account: ACCOUNT },
    };
    given([JKK_SUBMITTED, COMPLETED, TAKEN_OVER])
      .when(takenOverBy(back, jkkFacts()))
      .thenRecorded([
        {
          type: 'ClaimTakenOver',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            takerId: 'taker',
            claimant: 'PARTICIPANT',
            effectiveOn: today,
            person: back.person,
          },
        },
      ]);
  });

  it('is refused while the participant lives', () => {
    const { details } = given([JKK_SUBMITTED, COMPLETED])
      .when(takenOverBy(byTheWidow, jkkFacts()))
      .thenRejected('NOT_ENTITLED_TO_CLAIM');
    expect(details.facts).toMatchObject({ rule: 'claimed-by-whoever-is-entitled' });
  });

  it('is refused where the heir claims already: an account is not changed this way', () => {
    const { details } = given([JKK_SUBMITTED, COMPLETED, TAKEN_OVER])
      .when(takenOverBy(byTheWidow))
      .thenRejected('CLAIMANT_THE_SAME');
    expect(details.facts).toMatchObject({ rule: 'another-claims' });
    given([JKM_SUBMITTED, COMPLETED])
      .when((state) => takeClaimOver(byTheWidow, state, testContext(), jkmFacts()))
      .thenRejected('CLAIMANT_THE_SAME');
  });

  it.each(HEIR_PAPERS.map(({ kind }) => kind))('is refused without %s', (missing) => {
    const documents = HEIR_PAPERS.filter(({ kind }) => kind !== missing);
    const { message, details } = given([JKK_SUBMITTED, COMPLETED])
      .when(takenOverBy({ ...byTheWidow, documents }))
      .thenRejected('HEIR_DOCUMENTS_MISSING');
    expect(message).toContain(missing);
    expect(details.facts).toMatchObject({ rule: 'heir-is-shown-by-papers' });
    expect(details.allowed).toEqual(['hand them in with the same request']);
  });

  it('is refused once the claim is decided, and where there is none', () => {
    const calculation = calculatedBy(jkkFacts());
    const decided = [JKK_SUBMITTED, COMPLETED, calculation];
    const approved = approveClaim({ claimId: CLAIM }, fold(claims, decided), testContext(), jkkFacts());
    given([...decided, ...approved])
      .when(takenOverBy(byTheWidow))
      .thenRejected('CLAIM_APPROVED');
    const refused = [JKK_SUBMITTED, COMPLETED, calculatedBy(lapsedFacts())];
    const denied = denyClaim({ claimId: CLAIM }, fold(claims, refused), testContext(), lapsedFacts());
    given([...refused, ...denied])
      .when(takenOverBy(byTheWidow))
      .thenRejected('CLAIM_DENIED');
    given().when(takenOverBy(byTheWidow)).thenRejected('CLAIM_NOT_FOUND');
  });

  it('knows who claims from the first day to the last', () => {
    const claimant = (...events: ClaimEvent[]) => {
      const state = fold(claims, events);
      if (state.situation === 'UNKNOWN') throw new Error('There is no such claim');
      return claimantOf(state);
    };
    const byHeir = { ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, claimant: 'HEIR' as const } };
    expect(claimant(JKK_SUBMITTED)).toBe('PARTICIPANT');
    expect(claimant(byHeir, COMPLETED, calculatedBy(jkkFacts()))).toBe('HEIR');
    expect(claimant(JKM_SUBMITTED)).toBe('HEIR');
    expect(claimant(JKK_SUBMITTED, TAKEN_OVER, COMPLETED, REFUSED_BY_LAW)).toBe('HEIR');
  });
});
