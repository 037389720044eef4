import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { calculateBenefit } from './calculate-benefit.js';
import {
  ACCIDENT,
  ACCOUNT,
  CLAIM,
  JKK_PAPERS,
  PARTICIPANT,
  coverage,
  jkkFacts,
  receivedLater,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import { claimSteps } from './claim-steps.js';
import { endWait } from './end-wait.js';
import { proposeDenial } from './propose-denial.js';
import { refuseDocument } from './refuse-document.js';
import { noteReceipts } from './note-receipts.js';
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

  it('that has a false paper is told so while it waits, may be denied for it, and is asked for another afterwards', () => {
    const history = submitted(treated);
    const refused = refuseDocument(
      { claimId: CLAIM, kind: 'KK3', fault: 'NOT_GENUINE' },
      fold(claims, history),
      testContext(),
      treated,
    );
    expect(refused.map(({ type }) => type)).toEqual(['DocumentRefused']);
    const known = [...history, ...refused];
    given(known)
      .when((state) => calculateBenefit({ claimId: CLAIM }, state, testContext(), treated))
      .thenRejected('CLAIM_WAITING');
    const denial = {
      claimId: CLAIM,
      reason: 'PAPER_FALSE',
      grounds: 'The doctor has not signed it',
      evidence: 'archive/letter',
    } as const;
    const another = testContext({ actor: { ...testContext().actor, id: 'another' } });
    given(history)
      .when((claim) => proposeDenial(denial, { claim }, another))
      .thenRejected('NO_FALSE_PAPER');
    expect(proposeDenial(denial, { claim: fold(claims, known) }, another)).toHaveLength(1);
    const asked = { type: 'DocumentsRequested', data: { missing: ['KK3'] } };
    expect(endTreatment({ claimId: CLAIM }, fold(claims, known), testContext(), ended)).toMatchObject([
      endOfWait,
      asked,
    ]);
    const saidOver = [...known, endOfWait];
    expect(calculateBenefit({ claimId: CLAIM }, fold(claims, saidOver), testContext(), ended)).toMatchObject([
      asked,
    ]);
  });

  it('is not said to have ended while it goes on: only given up once its time is over', () => {
    const input = { claimId: CLAIM, answer: 'It is over', evidence: 'archive/letter' };
    const say = (how: 'ANSWERED' | 'GIVEN_UP', basis: Basis, day: string) =>
      given(submitted(treated)).when((state) =>
        endWait({ ...input, how }, state, testContext({ today: localDate(day) }), basis),
      );
    say('ANSWERED', treated, '2026-11-25').thenRejected('TREATMENT_GOES_ON');
    for (const [how, basis, day] of [
      ['GIVEN_UP', treated, '2027-02-19'],
      ['ANSWERED', ended, '2026-11-25'],
    ] as const) {
      const on = testContext({ today: localDate(day) });
      const over = endWait({ ...input, how }, fold(claims, submitted(treated)), on, basis);
      expect(over).toMatchObject([{ type: 'WaitEnded', data: { how } }]);
    }
  });

  it('is asked for what no paper shows when it is calculated, and calculated once that has come', () => {
    const complete: ClaimEvent = {
      type: 'ClaimCompleted',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        completedOn: localDate('2026-11-20'),
        payBy: localDate('2026-12-01'),
        effectiveOn: localDate('2026-11-20'),
      },
    };
    const few = WITHOUT_STAGE_TWO.filter(({ kind }) => kind !== 'TRANSPORT_RECEIPTS');
    const history = [...submitted(treated, few), endOfWait];
    const calculate = (events: readonly ClaimEvent[], basis: Basis) =>
      calculateBenefit({ claimId: CLAIM }, fold(claims, events), testContext(), basis);
    const asked = calculate(history, jkkFacts());
    expect(asked).toMatchObject([
      { type: 'DocumentsRequested', data: { missing: ['KK2', 'KK3', 'TRANSPORT_RECEIPTS'] } },
    ]);
    expect(fold(claims, [...history, ...asked]).situation).toBe('INCOMPLETE');
    const shown = [receivedLater(JKK_PAPERS), complete];
    expect(calculate([...history, ...asked, ...shown], jkkFacts())).toMatchObject([
      { type: 'BenefitCalculated' },
    ]);
    // What the law refuses is paid nothing, whatever is shown.
    const none = jkkFacts({ conclusion: 'NOT_WORK_ACCIDENT' });
    expect(calculate(history, none)).toMatchObject([{ type: 'BenefitCalculated' }]);
  });

  it('in arrears is held for them without the papers of stage II, and waits for the treatment once they are paid', () => {
    const inArrears = jkkFacts(
      { stageTwoReported: false, outcome: undefined, injuries: [], transport: {} },
      { coverageAtEvent: coverage('2026-05', 3, localDate('2026-08-20')) },
    );
    const history = submitted(inArrears, WITHOUT_STAGE_TWO);
    expect(history.map(({ type }) => type)).toEqual(['ClaimSubmitted', 'ClaimCompleted']);
    const held = calculateBenefit({ claimId: CLAIM }, fold(claims, history), testContext(), inArrears);
    expect(held.map(({ type }) => type)).toEqual(['ClaimHeld']);
    const state = fold(claimsAfterApproval, [...history, ...held]);
    const paid = noteReceipts({ claimId: CLAIM }, state, testContext(), treated);
    expect(paid.map(({ type }) => type)).toEqual(['ClaimResumed', 'WaitBegun']);
    const all = fold(claims, [...history, ...held, ...paid]);
    expect(endTreatment({ claimId: CLAIM }, all, testContext(), ended)).toMatchObject([
      { type: 'WaitEnded' },
      { type: 'DocumentsRequested', data: { missing: ['KK2', 'KK3'] } },
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
