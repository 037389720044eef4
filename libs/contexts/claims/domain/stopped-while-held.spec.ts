import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { beginWait } from './begin-wait.js';
import { calculateBenefit } from './calculate-benefit.js';
import { CLAIM, COMPLETED, JKK_SUBMITTED, coverage, jkkFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimSteps } from './claim-steps.js';
import { type ClaimState, claims } from './claim.js';
import { consentToSetOff } from './consent-to-set-off.js';
import { denyClaim } from './deny-claim.js';
import { endWait } from './end-wait.js';
import type { WaitReason } from './left-to-people.events.js';
import { noteReceipts } from './note-receipts.js';
import { stopSteps, stopsOfPayment } from './stopped-payment.js';

const given = decisionSpec(claims);
const claimId = CLAIM;
const ACCIDENT_DAY = localDate('2026-08-20');
const JULY = { period: period('2026-07'), amountIdr: rupiah(8_400), isPaid: false };
const IN_ARREARS = jkkFacts(
  {},
  {
    coverageAtEvent: coverage('2026-05', 3, ACCIDENT_DAY),
    coverageIfSettled: coverage('2026-05', 4, ACCIDENT_DAY),
    arrears: [JULY],
  },
);
const PAID_SINCE = jkkFacts(
  {},
  {
    coverageAtEvent: coverage('2026-05', 4, ACCIDENT_DAY),
    arrears: [{ ...JULY, isPaid: true }],
    arrearsSettledOn: localDate('2026-12-01'),
  },
);

const on = (day: string, id = 'ani') =>
  testContext({ today: localDate(day), actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority: 4 } });
type Decide = (state: ClaimState) => readonly ClaimEvent[];
const and = (history: readonly ClaimEvent[], ...decisions: Decide[]) =>
  decisions.reduce((so, decide) => [...so, ...decide(fold(claims, so))], history);

const calculate =
  (basis = IN_ARREARS, day = '2026-11-20'): Decide =>
  (state) =>
    calculateBenefit({ claimId }, state, on(day), basis);
const begin =
  (reason: WaitReason): Decide =>
  (state) =>
    beginWait({ claimId, reason, question: 'Is it her?' }, state, on('2026-11-23'));
const answer: Decide = (state) =>
  endWait(
    { claimId, how: 'ANSWERED', answer: 'It is', evidence: 'archive/answer' },
    state,
    on('2026-12-08', 'budi'),
    PAID_SINCE,
  );

const HELD = and([JKK_SUBMITTED, COMPLETED], calculate());
const STOPPED = and(HELD, begin('IDENTITY'));

describe('a claim that is held for arrears', () => {
  it('has its payments stopped for a doubt, and is held as before', () => {
    expect(STOPPED.at(-1)).toMatchObject({ type: 'PaymentsStopped', data: { reason: 'IDENTITY' } });
    expect(fold(claims, STOPPED)).toMatchObject({ situation: 'HELD', stop: { reason: 'IDENTITY' } });
    expect(fold(claimSteps, STOPPED).expected).toEqual(fold(claimSteps, HELD).expected);
    expect(fold(stopSteps, STOPPED)).toMatchObject({ holds: true, expected: { step: 'ANSWER' } });
    given(HELD).when(begin('EMPLOYER')).thenRejected('CLAIM_HELD');
    given(STOPPED).when(begin('COURT')).thenRejected('PAYMENTS_ARE_STOPPED');
    given(HELD).when(answer).thenRejected('CLAIM_HELD');
  });

  it('pays again with the answer, and is held still', () => {
    const answered = and(STOPPED, answer);
    expect(answered.at(-1)).toMatchObject({ type: 'PaymentsResumed', data: { reason: 'IDENTITY' } });
    expect(fold(claims, answered)).toMatchObject({ situation: 'HELD' });
    expect(fold(claims, answered)).not.toHaveProperty('stop');
    expect(fold(stopsOfPayment, answered).times).toEqual([{ from: '2026-11-23', to: '2026-12-08' }]);
  });

  it.each<[string, Decide]>([
    [
      'the last receipt',
      (state) => noteReceipts({ claimId }, { claim: state }, on('2026-12-02'), PAID_SINCE),
    ],
    ['a calculation after that', calculate(PAID_SINCE, '2026-12-02')],
    [
      'a consent to deduct them',
      (state) =>
        consentToSetOff(
          { claimId, reason: 'BANK_REFUSES', consent: 'archive/consent' },
          state,
          on('2026-12-02'),
          IN_ARREARS,
        ),
    ],
  ])('waits for the answer once it goes on by %s', (_by, goOn) => {
    const waiting = and(STOPPED, goOn);
    expect(waiting.slice(-2)).toMatchObject([
      { type: 'ClaimResumed' },
      { type: 'WaitBegun', data: { reason: 'IDENTITY', person: { words: 'Is it her?' } } },
    ]);
    expect(fold(claims, waiting)).toMatchObject({ situation: 'WAITING' });
    expect(fold(stopSteps, waiting)).not.toHaveProperty('expected');
    const answered = and(waiting, answer);
    expect(fold(claims, answered)).toMatchObject({ situation: 'COMPLETE' });
    expect(fold(stopsOfPayment, answered).times).toEqual([{ from: '2026-11-23', to: '2026-12-08' }]);
  });

  it('is denied for them in their time, and nobody waits for an answer any more', () => {
    const denied = and(STOPPED, (state) =>
      denyClaim({ claimId }, state, on('2027-03-01', 'cici'), IN_ARREARS),
    );
    expect(denied.at(-1)).toMatchObject({ data: { decision: 'ARREARS_NOT_SETTLED' } });
    expect(fold(claims, denied)).not.toHaveProperty('stop');
    expect(fold(stopSteps, denied)).not.toHaveProperty('expected');
  });
});
