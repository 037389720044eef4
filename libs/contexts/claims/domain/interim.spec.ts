import { describe, expect, it } from '@jest/globals';
import { addDays, fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { approveInterim } from './approve-interim.js';
import { beginWait } from './begin-wait.js';
import { calculateBenefit } from './calculate-benefit.js';
import { type CalculateInterimInput, calculateInterim } from './calculate-interim.js';
import { proposed } from './claim-by-people.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { CLAIM, TAKEN_OVER, coverage, jkmFacts } from './claim.examples.js';
import { claims } from './claim.js';
import { denyClaim } from './deny-claim.js';
import { determineBenefit } from './determine-benefit.js';
import { type EndWaitInput, endWait } from './end-wait.js';
import { interimSteps } from './interim-steps.js';
import {
  NEW_LAW,
  OLD_LAW,
  month,
  openOf,
  paidMonthly,
  submittedFor,
  supervisor,
  treated,
} from './interim.examples.js';
import { interimAskedBack } from './interim.js';
import type { WaitReason } from './left-to-people.events.js';
import type { Basis } from './programme.js';
import { FACTORY } from './wage-earner.examples.js';
import { withdrawClaim } from './withdraw-claim.js';

const given = decisionSpec(claims);

const amountsOf = (history: readonly ClaimEvent[]) =>
  history.flatMap(({ type, data }) => (type === 'InterimApproved' ? [data.totalIdr] : []));

const [FULL, THREE_QUARTERS, HALF] = [1_000_000, 750_000, 500_000];
const times = (count: number, amount: number) => Array.from({ length: count }, () => amount);

describe('incapacity that is paid month by month (STMB)', () => {
  it.each([
    ['PP 44/2015', OLD_LAW, [...times(6, FULL), ...times(6, THREE_QUARTERS), HALF]],
    ['PP 82/2019', NEW_LAW, [...times(12, FULL), HALF]],
  ])('goes on in the bands of %s', (_law, eventDate, amounts) => {
    expect(amountsOf(paidMonthly(eventDate, 13))).toEqual(amounts);
  });

  it('is paid to the account of whoever claims, seven working days after it was calculated', () => {
    const approved = paidMonthly(NEW_LAW, 1).at(-1);
    expect(approved).toMatchObject({
      type: 'InterimApproved',
      data: {
        payments: [{ payee: 'PARTICIPANT', componentCodes: ['JKK_STMB'], amountIdr: FULL }],
        payBy: '2026-12-01',
        authority: { level: 2 },
      },
    });
  });

  it('is never paid twice: the end of it is less what was paid', () => {
    const ended = treated(NEW_LAW, { stageTwoReported: true, outcome: 'HEALED', incapacityDays: 75 });
    const history = paidMonthly(NEW_LAW, 2);
    const [found] = calculateBenefit({ claimId: CLAIM }, fold(claims, history), testContext(), ended);
    expect(found).toMatchObject({
      type: 'BenefitCalculated',
      data: { components: [{ code: 'JKK_STMB', amountIdr: 500_000 }], totalIdr: 500_000 },
    });
  });

  it('may have paid everything: the claim is approved all the same, and not denied', () => {
    const ended = treated(NEW_LAW, { stageTwoReported: true, outcome: 'HEALED', incapacityDays: 60 });
    const history = paidMonthly(NEW_LAW, 2);
    history.push(...calculateBenefit({ claimId: CLAIM }, fold(claims, history), testContext(), ended));
    given(history)
      .when((state) => denyClaim({ claimId: CLAIM }, state, supervisor, ended))
      .thenRejected('LAW_GRANTS');
    const [approved] = approveClaim({ claimId: CLAIM }, fold(claims, history), supervisor, ended);
    expect(approved).toMatchObject({ type: 'ClaimApproved', data: { totalIdr: 0, payments: [] } });
  });

  it('is owed back where the claim is denied or withdrawn, by each who was paid, and counts as paid no more', () => {
    const history = paidMonthly(NEW_LAW, 2);
    const denied = denyClaim(
      { claimId: CLAIM },
      fold(claims, [...history, proposed('ALREADY_DECIDED')]),
      supervisor,
      treated(NEW_LAW),
    );
    const withdrawn = withdrawClaim(
      { claimId: CLAIM, reason: 'WISH_OF_CLAIMANT', letter: 'archive/letter' },
      fold(claims, history),
      testContext(),
    );
    for (const ended of [denied, withdrawn]) {
      expect(ended.slice(1)).toMatchObject([{ type: 'InterimPaidTooMuch', data: { amountIdr: 2_000_000 } }]);
      expect(fold(claims, [...history, ...ended])).toMatchObject({ interim: { paidIdr: 0 } });
    }
    const [first] = history.filter(({ type }) => type === 'InterimApproved');
    const toEmployer = history.map((event) =>
      event === first && event.type === 'InterimApproved'
        ? {
            ...event,
            data: {
              ...event.data,
              payments: event.data.payments.map((paid) => ({
                ...paid,
                payee: 'EMPLOYER' as const,
                employerId: FACTORY,
              })),
            },
          }
        : event,
    );
    const ofTwo = interimAskedBack(openOf(toEmployer), rupiah(500_000), testContext());
    expect(ofTwo.map(({ data: { employerId, amountIdr } }) => [employerId, amountIdr])).toEqual([
      [FACTORY, 1_000_000],
      [undefined, 500_000],
    ]);
    const some = fold(claims, [...toEmployer, ...ofTwo]);
    expect(some).toMatchObject({ interim: { paidIdr: 500_000 } });
    expect(some).not.toHaveProperty('interim.toEmployers');
  });

  it('is owed back as far as the end comes to less', () => {
    const ended = treated(NEW_LAW, { stageTwoReported: true, outcome: 'HEALED', incapacityDays: 45 });
    const history = paidMonthly(NEW_LAW, 2);
    history.push(...calculateBenefit({ claimId: CLAIM }, fold(claims, history), testContext(), ended));
    expect(approveClaim({ claimId: CLAIM }, fold(claims, history), supervisor, ended)).toMatchObject([
      { type: 'ClaimApproved', data: { totalIdr: 0, payments: [] } },
      { type: 'InterimPaidTooMuch', data: { finderId: 'supervisor', amountIdr: 500_000 } },
    ]);
  });

  it('is no part of what is left where a person says what is due in all', () => {
    const refused = treated(
      NEW_LAW,
      { stageTwoReported: true, outcome: 'HEALED', incapacityDays: 75 },
      { coverageAtEvent: coverage('2024-03', 1, NEW_LAW) },
    );
    const history = paidMonthly(NEW_LAW, 2);
    history.push(...calculateBenefit({ claimId: CLAIM }, fold(claims, history), testContext(), refused));
    const said = (amountIdr: number) =>
      determineBenefit(
        {
          claimId: CLAIM,
          ground: 'COURT',
          components: [{ code: 'JKK_STMB', amountIdr: rupiah(amountIdr) }],
          reason: 'The court has fixed the sum',
          evidence: 'PHI 1/2026',
        },
        fold(claims, history),
        testContext(),
        refused,
      );
    expect(said(2_500_000)).toMatchObject([
      {
        type: 'BenefitDetermined',
        data: {
          components: [{ code: 'JKK_STMB', amountIdr: 500_000 }],
          totalIdr: 500_000,
          lessInterimIdr: 2_000_000,
        },
      },
    ]);
    const less = [...history, ...said(1_500_000)];
    expect(approveClaim({ claimId: CLAIM }, fold(claims, less), supervisor, refused)).toMatchObject([
      { data: { totalIdr: 0, payments: [] } },
      { type: 'InterimPaidTooMuch', data: { amountIdr: 500_000 } },
    ]);
    const [old] = said(2_500_000) as readonly Extract<ClaimEvent, { type: 'BenefitDetermined' }>[];
    const { lessInterimIdr: _unknown, ...data } = old!.data;
    given([...history, { ...old!, data }])
      .when((state) => approveClaim({ claimId: CLAIM }, state, supervisor, refused))
      .thenRejected('CALCULATION_OUTDATED');
  });

  it.each<[string, Partial<CalculateInterimInput>, string]>([
    [
      'a day that was paid for',
      { unableFrom: addDays(NEW_LAW, 29), unableUntil: addDays(NEW_LAW, 60) },
      'DAYS_ALREADY_PAID',
    ],
    ['less than a month', { unableUntil: addDays(NEW_LAW, 58) }, 'NOT_A_WHOLE_MONTH'],
    [
      'days before the accident',
      { unableFrom: addDays(NEW_LAW, -1), unableUntil: addDays(NEW_LAW, 40) },
      'UNABLE_BEFORE_EVENT',
    ],
    ['days to come', { unableUntil: localDate('2026-11-21') }, 'UNABLE_IN_FUTURE'],
  ])('is not paid for %s', (_what, changes, code) => {
    given(paidMonthly(NEW_LAW, 1))
      .when((state) =>
        calculateInterim({ ...month(NEW_LAW, 1), ...changes }, state, testContext(), treated(NEW_LAW)),
      )
      .thenRejected(code);
  });

  it.each<[string, Basis, string]>([
    ['before it is concluded', treated(NEW_LAW, { conclusion: undefined }), 'ACCIDENT_NOT_CONCLUDED'],
    ['after stage II', treated(NEW_LAW, { stageTwoReported: true }), 'TREATMENT_HAS_ENDED'],
    [
      'of what is no work accident',
      treated(NEW_LAW, { conclusion: 'NOT_WORK_ACCIDENT' }),
      'LAW_GIVES_NO_INTERIM',
    ],
    ['of what was erased', treated(NEW_LAW, { healthErased: true }), 'HEALTH_DATA_ERASED'],
    ['of a death by another cause', jkmFacts(), 'NOTHING_INTERIM'],
  ])('is not calculated %s', (_when, basis, code) => {
    given(submittedFor(NEW_LAW))
      .when((state) => calculateInterim(month(NEW_LAW, 0), state, testContext(), basis))
      .thenRejected(code);
  });

  describe('while the claim waits for somebody', () => {
    const [START, DEATH] = [localDate('2026-11-20'), localDate('2026-11-01')];
    const died = treated(NEW_LAW, {}, { diedOn: DEATH });
    const waitsFor = (reason: WaitReason): ClaimEvent[] => {
      const taken = [...submittedFor(NEW_LAW), TAKEN_OVER];
      const asked = { claimId: CLAIM, reason, question: 'Two widows claim it' };
      return [...taken, ...beginWait(asked, fold(claims, taken), testContext({ today: START }))];
    };
    const calculate = (history: readonly ClaimEvent[]) =>
      calculateInterim(month(NEW_LAW, 0), fold(claims, history), testContext(), died);
    /** As an earlier release recorded it. */
    const foundAllTheSame = (reason: WaitReason): ClaimEvent[] => [
      ...waitsFor(reason),
      ...calculate(waitsFor('MEDICAL_ADVICE')),
    ];

    it('for what holds no payment up is paid to the heir', () => {
      const history = [...waitsFor('MEDICAL_ADVICE'), ...calculate(waitsFor('MEDICAL_ADVICE'))];
      expect(approveInterim({ claimId: CLAIM }, fold(claims, history), supervisor, died)).toMatchObject([
        { type: 'InterimApproved', data: { payments: [{ payee: 'HEIR', amountIdr: FULL }] } },
      ]);
    });

    it.each<[string, WaitReason]>([
      ['heirs who disagree', 'HEIR_DISPUTE'],
      ['who somebody is', 'IDENTITY'],
      ['a court', 'COURT'],
    ])('for %s is neither calculated nor paid, and nobody is expected to approve it', (_whom, reason) => {
      const refusal = given(waitsFor(reason))
        .when((state) => calculateInterim(month(NEW_LAW, 0), state, testContext(), died))
        .thenRejected('WAIT_STOPS_PAYMENT');
      expect(refusal.details.allowed).toEqual(['record the answer', 'propose a denial']);
      given(foundAllTheSame(reason))
        .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, died))
        .thenRejected('WAIT_STOPS_PAYMENT');
      expect(fold(interimSteps, foundAllTheSame(reason)).expected).toBeUndefined();
    });

    it('is calculated and paid once the heirs agree', () => {
      const ended: EndWaitInput = { claimId: CLAIM, how: 'AGREED', answer: 'They agree', evidence: 'AKTA 1' };
      const history = foundAllTheSame('HEIR_DISPUTE');
      history.push(...endWait(ended, fold(claims, history), testContext(), died));
      given(history)
        .when((state) => approveInterim({ claimId: CLAIM }, state, supervisor, died))
        .thenRejected('NO_INTERIM_FOUND');
      history.push(...calculate(history));
      expect(fold(interimSteps, history).expected).toMatchObject({ step: 'APPROVE_INTERIM' });
      expect(approveInterim({ claimId: CLAIM }, fold(claims, history), supervisor, died)).toMatchObject([
        { type: 'InterimApproved', data: { payments: [{ payee: 'HEIR', amountIdr: FULL }] } },
      ]);
    });
  });
});
