import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from './calculate-benefit.js';
import { ACCIDENT, ACCOUNT, CLAIM, JKK_PAPERS, PARTICIPANT, coverage, jkkFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { claimSteps } from './claim-steps.js';
import type { Basis } from './programme.js';
import { type HandedIn, submitClaim } from './submit-claim.js';
import { endTreatment } from './treatment.js';

const given = decisionSpec(claims);

const treated = jkkFacts({ stageTwoReported: false, outcome: undefined, injuries: [], transport: {} });
const ended = jkkFacts({ transport: {} });

const submitted = (basis: Basis, documents: readonly HandedIn[] = JKK_PAPERS): readonly ClaimEvent[] =>
  submitClaim(
    {
      claimId: CLAIM,
      programme: 'JKK',
      participantId: PARTICIPANT,
      accidentId: ACCIDENT,
      claimant: 'PARTICIPANT',
      documents,
      person: { claimantName: 'Sari Contoh', account: ACCOUNT },
    },
    fold(claims, []),
    testContext(),
    basis,
  );

const WITHOUT_STAGE_TWO = JKK_PAPERS.filter(({ kind }) => kind !== 'KK2' && kind !== 'KK3');
const end = (history: readonly ClaimEvent[], basis: Basis) =>
  given(history).when((state) => endTreatment({ claimId: CLAIM }, state, testContext(), basis));

const endOfWait: EventOf<ClaimEvent, 'WaitEnded'> = {
  type: 'WaitEnded',
  data: {
    claimId: CLAIM,
    participantId: PARTICIPANT,
    enderId: testContext().actor.id,
    reason: 'TREATMENT',
    how: 'ANSWERED',
    payBy: localDate('2026-12-01'),
    effectiveOn: localDate('2026-11-20'),
  },
};

describe('a JKK claim before stage II', () => {
  it('waits for the end of the treatment, and nobody of the office is late with it', () => {
    const history = submitted(treated, WITHOUT_STAGE_TWO);
    expect(history.map(({ type }) => type)).toEqual(['ClaimSubmitted', 'ClaimCompleted', 'WaitBegun']);
    expect(fold(claimSteps, history).expected).toMatchObject({ step: 'ANSWER', turn: 'FACILITY' });
    given(history)
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), treated))
      .thenRejected('CLAIM_WAITING');
  });

  it('goes on with stage II, and its service clock begins then', () => {
    end(submitted(treated), ended).thenRecorded([endOfWait]);
  });

  it('is asked then for the papers that come with stage II', () => {
    end(submitted(treated, WITHOUT_STAGE_TWO), ended).thenRecorded([
      endOfWait,
      {
        type: 'DocumentsRequested',
        data: {
          claimId: CLAIM,
          participantId: PARTICIPANT,
          missing: ['KK2', 'KK3'],
          effectiveOn: localDate('2026-11-20'),
        },
      },
    ]);
  });

  it('goes on where it was no work accident', () => {
    const none = jkkFacts({ stageTwoReported: false, conclusion: 'NOT_WORK_ACCIDENT', transport: {} });
    end(submitted(treated), none).thenRecorded([endOfWait]);
  });

  it('goes on by nothing else', () => {
    end(submitted(treated), treated).thenNothing();
    end(submitted(ended), ended).thenNothing();
  });

  it('does not wait where the law refuses it anyway, or contributions are in arrears', () => {
    for (const firstPaid of ['2025-12', '2026-04']) {
      const covered = { coverageAtEvent: coverage(firstPaid, 3, localDate('2026-08-20')) };
      const basis = jkkFacts(
        { stageTwoReported: false, outcome: undefined, injuries: [], transport: {} },
        covered,
      );
      expect(submitted(basis).map(({ type }) => type)).toEqual(['ClaimSubmitted', 'ClaimCompleted']);
    }
  });
});
