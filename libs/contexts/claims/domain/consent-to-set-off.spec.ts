import { describe, expect, it } from '@jest/globals';
import { ERASED, fold, localDate, period, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { calculateBenefit } from './calculate-benefit.js';
import {
  ACCOUNT,
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  PARTICIPANT,
  TAKEN_OVER,
  coverage,
  jkkFacts,
  jkmFacts,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import { consentToSetOff } from './consent-to-set-off.js';
import { denyClaim } from './deny-claim.js';
import { endWait } from './end-wait.js';
import { noteReceipts } from './note-receipts.js';
import { PAPERS_OF_HEIRS } from './policies/takeover.policies.js';
import type { Basis } from './programme.js';
import { approveDifference } from './approve-difference.js';
import { reassessClaim } from './reassess-claim.js';
import { takeClaimOver } from './take-claim-over.js';
import { endTreatment } from './treatment.js';

const given = decisionSpec(claims);

const ACCIDENT_DAY = localDate('2026-08-20');
const month = (text: string, isPaid = false) => ({
  period: period(text),
  amountIdr: rupiah(8_400),
  isPaid,
});
/** July and August were due and unpaid on the day of the accident. */
const ARREARS = [month('2026-07'), month('2026-08')];
const inArrears = (accident: Parameters<typeof jkkFacts>[0] = {}, arrears = ARREARS) =>
  jkkFacts(accident, {
    coverageAtEvent: coverage('2026-05', 2, ACCIDENT_DAY),
    coverageIfSettled: coverage('2026-05', 4, ACCIDENT_DAY),
    arrears,
  });
const PAID_SINCE = jkkFacts(
  {},
  {
    coverageAtEvent: coverage('2026-05', 4, ACCIDENT_DAY),
    arrears: ARREARS.map((one) => ({ ...one, isPaid: true })),
    arrearsSettledOn: localDate('2026-12-01'),
  },
);

const as = (id: string, today = '2026-11-25') =>
  testContext({ today: localDate(today), actor: { ...TEST_ACTOR, id } });
const consent =
  (basis: Basis = inArrears(), today = '2026-11-25') =>
  (state: ClaimState) =>
    consentToSetOff(
      { claimId: CLAIM, reason: 'BANK_REFUSES', consent: 'archive/consent' },
      state,
      as('recorder', today),
      basis,
    );
const calculate =
  (basis: Basis = inArrears(), today = '2026-11-26') =>
  (state: ClaimState) =>
    calculateBenefit({ claimId: CLAIM }, state, as('assessor', today), basis);
const approve =
  (basis: Basis = inArrears(), by = 'approver') =>
  (state: ClaimState) =>
    approveClaim({ claimId: CLAIM }, state, as(by, '2026-11-27'), basis);
const then = (
  history: readonly ClaimEvent[],
  ...decisions: ((state: ClaimState) => readonly ClaimEvent[])[]
) => decisions.reduce((so, decide) => [...so, ...decide(fold(claims, so))], history);

const TREATED = { stageTwoReported: false, outcome: undefined, injuries: [] };
const treated = inArrears(TREATED);

const HELD = then([JKK_SUBMITTED, COMPLETED], calculate(inArrears(), '2026-11-20'));
const CONSENTED = then(HELD, consent());
const CALCULATED = then(CONSENTED, calculate());

describe('arrears that cannot be paid any more (Q-1, rule 9; Q-15b)', () => {
  it('are deducted once the treatment has ended where it goes on: nobody of the office is late until then', () => {
    const held = then([JKK_SUBMITTED, COMPLETED], calculate(treated, '2026-11-20'));
    const waiting = then(held, consent(treated));
    expect(waiting.slice(-2)).toMatchObject([
      { type: 'ClaimResumed' },
      { type: 'WaitBegun', data: { reason: 'TREATMENT' } },
    ]);
    const end = (basis: Basis) => (state: ClaimState) =>
      endTreatment({ claimId: CLAIM }, state, as('process', '2027-02-01'), basis);
    given(waiting).when(end(treated)).thenNothing();
    const byHand = { claimId: CLAIM, how: 'ANSWERED', answer: 'He is well', evidence: 'map 1' } as const;
    given(waiting)
      .when((state) => endWait(byHand, state, as('desk'), treated))
      .thenRejected('TREATMENT_GOES_ON');
    const ended = then(waiting, end(inArrears()));
    expect(ended.at(-1)).toMatchObject({ type: 'WaitEnded', data: { how: 'ANSWERED' } });
    expect(then(ended, calculate(inArrears(), '2027-02-02')).at(-1)).toMatchObject({
      type: 'BenefitCalculated',
      data: { deduction: { amountIdr: 16_800 } },
    });
  });

  it('are deducted with the written consent of whoever is paid, which is a document like the others; the claim goes on', () => {
    given(HELD)
      .when(consent())
      .thenRecorded([
        {
          type: 'SetOffConsented',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            recorderId: 'recorder',
            claimant: 'PARTICIPANT',
            reason: 'BANK_REFUSES',
            documents: [{ kind: 'SET_OFF_CONSENT' }],
            effectiveOn: localDate('2026-11-25'),
            person: { references: ['archive/consent'] },
          },
        },
        {
          type: 'ClaimResumed',
          data: {
            claimId: CLAIM,
            participantId: PARTICIPANT,
            resumedOn: localDate('2026-11-25'),
            // Held for three working days.
            payBy: localDate('2026-12-04'),
            effectiveOn: localDate('2026-11-25'),
          },
        },
      ]);
    expect(fold(claims, CONSENTED)).toMatchObject({
      situation: 'COMPLETE',
      documents: expect.arrayContaining([{ kind: 'SET_OFF_CONSENT', reference: 'archive/consent' }]),
    });
    given(then(CONSENTED, calculate())).when(consent()).thenRejected('CLAIM_CALCULATED');
  });

  it('stand beside the benefit: two lines, and the net is paid to the claimant, nothing taken from the PLKK', () => {
    const [calculated] = calculate()(fold(claims, CONSENTED));
    expect(calculated).toMatchObject({
      type: 'BenefitCalculated',
      data: {
        totalIdr: 28_050_000,
        deduction: { amountIdr: 16_800, article: 'convention Q-15b', arrears: ARREARS },
      },
    });
    const [approved] = approve()(fold(claims, CALCULATED));
    expect(approved).toMatchObject({
      type: 'ClaimApproved',
      data: {
        totalIdr: 28_050_000,
        deduction: { amountIdr: 16_800 },
        payments: [
          {
            payee: 'PARTICIPANT',
            componentCodes: ['JKK_TRANSPORT_LAND', 'JKK_STMB', 'JKK_PARTIAL_ANATOMIC', 'ARREARS_SET_OFF'],
            benefitIdr: 9_550_000,
            deductedIdr: 16_800,
            amountIdr: 9_533_200,
          },
          { payee: 'PLKK', amountIdr: 18_500_000 },
        ],
      },
    });
  });

  it('count as paid for the length of the membership, too', () => {
    const died = localDate('2026-10-20');
    const jkm = jkmFacts({
      coverageAtEvent: coverage('2026-06', 2, died),
      coverageIfSettled: coverage('2026-06', 5, died),
      arrears: [month('2026-08'), month('2026-09'), month('2026-10')],
    });
    const history = then([JKM_SUBMITTED, COMPLETED], calculate(jkm), consent(jkm), calculate(jkm));
    expect(history.at(-1)).toMatchObject({
      data: { totalIdr: 42_000_000, deduction: { amountIdr: 25_200 } },
    });
  });

  it('are not decided by whoever recorded the consent', () => {
    given(CALCULATED).when(approve(inArrears(), 'recorder')).thenRejected('SUBMITTER_CANNOT_DECIDE');
  });

  it('are deducted as far as they are unpaid when it is decided: what somebody pays meanwhile is not taken twice', () => {
    const onePaid = inArrears({}, [month('2026-07', true), month('2026-08')]);
    given(CALCULATED).when(approve(onePaid)).thenRejected('CALCULATION_OUTDATED');
    expect(then(CALCULATED, calculate(onePaid)).at(-1)).toMatchObject({
      data: { deduction: { amountIdr: 8_400, arrears: [{ period: '2026-08' }] } },
    });
    given(CALCULATED).when(approve(PAID_SINCE)).thenRejected('CALCULATION_OUTDATED');
    expect(then(CALCULATED, calculate(PAID_SINCE)).at(-1)?.data).not.toHaveProperty('deduction');
  });

  it('that are as much as the benefit or more are not deducted: the claim goes on waiting for them, and is no dead end', () => {
    const small = {
      injuries: [],
      outcome: 'HEALED',
      incapacityDays: 0,
      transport: { LAND: rupiah(16_800) },
    } as const;
    const held = then(CONSENTED, calculate(inArrears(small)));
    expect(held.at(-1)).toMatchObject({
      type: 'ClaimHeld',
      data: { settleBy: '2027-02-24', detail: expect.stringContaining('not deducted') },
    });
    const afterNotice = (state: ClaimState) =>
      denyClaim({ claimId: CLAIM }, state, as('second', '2027-02-25'), inArrears(small));
    expect(then(held, afterNotice).at(-1)).toMatchObject({ data: { decision: 'ARREARS_NOT_SETTLED' } });
    // Some of them are paid: then the rest is less than the benefit.
    const onePaid = inArrears(small, [month('2026-07', true), month('2026-08')]);
    expect(then(held, calculate(onePaid)).at(-1)).toMatchObject({
      type: 'BenefitCalculated',
      data: { totalIdr: 18_516_800, deduction: { amountIdr: 8_400 } },
    });
  });

  it('are not deducted where the law refuses the claim: the consent has no effect then', () => {
    const refused = inArrears({ conclusion: 'NOT_WORK_ACCIDENT' });
    const history = then(CONSENTED, calculate(refused));
    expect(history.at(-1)?.data).not.toHaveProperty('deduction');
    const deny = (state: ClaimState) => denyClaim({ claimId: CLAIM }, state, as('second'), refused);
    expect(then(history, deny).at(-1)).toMatchObject({ data: { decision: 'REJECTED_NOT_WORK_ACCIDENT' } });
  });

  it('ask for the consent of the heir anew when the claim is taken over', () => {
    const dead = jkkFacts({}, { ...inArrears().facts.participant, diedOn: localDate('2026-11-26') });
    const takenOver = [...CONSENTED, TAKEN_OVER];
    const held = then(takenOver, calculate(dead));
    expect(held.at(-1)?.type).toBe('ClaimHeld');
    given(held)
      .when(consent(dead))
      .thenRecorded(expect.arrayContaining([expect.objectContaining({ type: 'SetOffConsented' })]) as never);
    given(HELD).when(consent(dead)).thenRejected('CLAIMANT_NOT_ENTITLED');
  });

  it('reopen a claim that was denied for them', () => {
    const deny = (state: ClaimState) =>
      denyClaim({ claimId: CLAIM }, state, as('second', '2027-02-25'), inArrears());
    const reopened = then(HELD, deny, consent(inArrears(), '2027-03-01'));
    expect(fold(claims, reopened)).toMatchObject({ situation: 'COMPLETE' });
    expect(then(reopened, calculate()).at(-1)).toMatchObject({ data: { deduction: { amountIdr: 16_800 } } });
    given(then(HELD, deny)).when(consent(inArrears(), '2031-08-21')).thenRejected('RIGHT_LAPSED');
  });

  it('can be deducted for the heir of somebody who died after the denial: the heir takes the claim over', () => {
    const deny = (state: ClaimState) =>
      denyClaim({ claimId: CLAIM }, state, as('second', '2027-02-25'), inArrears());
    const denied = then(HELD, deny);
    const dead = jkkFacts({}, { ...inArrears().facts.participant, diedOn: localDate('2027-02-26') });
    const takeOver = (state: ClaimState) =>
      takeClaimOver(
        {
          claimId: CLAIM,
          claimant: 'HEIR',
          documents: PAPERS_OF_HEIRS.map((kind) => ({ kind, reference: `archive/${kind}` })),
          person: { claimantName: 'Budi Contoh', account: ACCOUNT },
        },
        state,
        as('registrar', '2027-03-01'),
        dead,
      );
    given(denied).when(consent(dead, '2027-03-01')).thenRejected('CLAIMANT_NOT_ENTITLED');
    const reopened = then(denied, takeOver, consent(dead, '2027-03-01'));
    expect(fold(claims, reopened)).toMatchObject({ situation: 'COMPLETE', claimedByHeir: true });
  });

  it('need no consent where they are paid, where nothing is held, and of whom nobody knows where to pay', () => {
    given(HELD).when(consent(PAID_SINCE)).thenRejected('ARREARS_ARE_SETTLED');
    // A receipt was recorded that had come in time: nothing was in arrears at all.
    given(HELD).when(consent(jkkFacts())).thenRejected('ARREARS_ARE_SETTLED');
    given([JKK_SUBMITTED, COMPLETED]).when(consent()).thenRejected('CLAIM_COMPLETE');
    given().when(consent()).thenRejected('CLAIM_NOT_FOUND');
    const [, ...rest] = HELD;
    given([{ ...JKK_SUBMITTED, data: { ...JKK_SUBMITTED.data, person: ERASED } }, ...rest])
      .when(consent())
      .thenRejected('PERSONAL_DATA_ERASED');
  });

  describe('and that somebody paid in the moment of the approval', () => {
    const APPROVED = then(CALCULATED, approve());
    const deducted = (...months: string[]) =>
      months.map((text) => ({ claimId: CLAIM, period: period(text) }));
    /** July was paid by the family, August counts as received by the deduction. */
    const bothTaken = jkkFacts({}, { ...PAID_SINCE.facts.participant, setOff: deducted('2026-08') });
    const state = (history: readonly ClaimEvent[]) => fold(claimsAfterApproval, history);
    const note = (basis: Basis) => noteReceipts({ claimId: CLAIM }, state(APPROVED), as('process'), basis);

    it('are given back: what was deducted for that month is due', () => {
      expect(note(bothTaken)).toMatchObject([{ type: 'ReassessmentOpened' }]);
      const [found] = reassessClaim({ claimId: CLAIM }, state(APPROVED), as('assessor'), bothTaken);
      expect(found).toMatchObject({
        data: {
          totalIdr: 28_050_000,
          approvedIdr: 28_050_000,
          differenceIdr: 8_400,
          givenBack: [{ period: '2026-07' }],
        },
      });
      const history = [...APPROVED, found!];
      const [approved] = approveDifference({ claimId: CLAIM }, state(history), as('approver'), bothTaken);
      expect(approved).toMatchObject({
        data: {
          differenceIdr: 8_400,
          payments: [{ payee: 'PARTICIPANT', componentCodes: ['ARREARS_SET_OFF'], amountIdr: 8_400 }],
        },
      });
      const paid = state([...history, approved!]);
      expect(() => reassessClaim({ claimId: CLAIM }, paid, as('assessor'), bothTaken)).toThrow(
        expect.objectContaining({ code: 'NOTHING_MORE_DUE' }),
      );
    });

    it('are given back although what doctors stated was erased since: nothing is computed again', () => {
      const { participant } = bothTaken.facts;
      const erased = jkkFacts({ healthErased: true, injuries: [], outcome: undefined }, participant);
      expect(note(erased)).toMatchObject([{ type: 'ReassessmentOpened' }]);
      const [found] = reassessClaim({ claimId: CLAIM }, state(APPROVED), as('assessor'), erased);
      expect(found).toMatchObject({ data: { differenceIdr: 8_400, health: { inputs: {}, arithmetic: [] } } });
      const [approved] = approveDifference(
        { claimId: CLAIM },
        state([...APPROVED, found!]),
        as('approver'),
        erased,
      );
      expect(approved).toMatchObject({ data: { totalIdr: 28_050_000, differenceIdr: 8_400 } });
    });

    it('are not given back where the deduction counts as received, or does so in a moment', () => {
      const recorded = jkkFacts(
        {},
        { ...PAID_SINCE.facts.participant, setOff: deducted('2026-07', '2026-08') },
      );
      expect(note(recorded)).toEqual([]);
      expect(note(inArrears())).toEqual([]);
    });
  });
});
