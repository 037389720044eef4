import { describe, expect, it } from '@jest/globals';
import { fold, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { duesHistory } from './dues-history.js';
import { FACTORY, duesPaid, monthBilled, monthSettled } from './dues.examples.js';
import type { DuesEvent } from './dues.events.js';
import { type DuesState, dues } from './dues.js';
import {
  confirmDuesCorrection,
  refuseDuesCorrection,
  requestDuesRefund,
  requestDuesReversal,
} from './reverse-payment.js';

/** Today is 20 November 2026. */
const context = testContext();
const second = testContext({ actor: { ...context.actor, id: 'supervisor-2', roles: ['supervisor'] } });
const given = decisionSpec(duesHistory);
const today = localDate('2026-11-20');
const asking = {
  employerId: FACTORY,
  correctionId: 'correction-1',
  paymentId: 'payment-B-1',
  reason: 'BOUNCED',
  bankReference: 'R-1',
} as const;
const requested = (reason: 'BOUNCED' | 'WRONG_PAYER' = 'BOUNCED', amountIdr = 1_000_000): DuesEvent => ({
  type: 'DuesReversalRequested',
  data: {
    ...asking,
    reason,
    amountIdr: rupiah(amountIdr),
    requesterId: context.actor.id,
    effectiveOn: today,
  },
});
const of = { employerId: FACTORY, correctionId: 'correction-1' };
const AUGUST = monthBilled('2026-08', 1_000_000, 'report-8', '2026-09-15');
const SEPTEMBER = monthBilled('2026-09', 1_000_000, 'report-9', '2026-10-15');
const [PAID_IN_TIME, AUGUST_SETTLED] = [
  duesPaid(1_000_000, '2026-09-15'),
  monthSettled('2026-08', 1_000_000, '2026-09-15', ['report-8']),
];

/** The state after a history, as everybody else sees it. */
function after(history: readonly DuesEvent[]): DuesState {
  const confirmed = confirmDuesCorrection(of, fold(duesHistory, history), second);
  return fold(dues, [...history, ...confirmed]);
}

describe('Taking a payment back', () => {
  it('is asked for by one person, and the payment counts until another one confirms', () => {
    given([AUGUST, PAID_IN_TIME, AUGUST_SETTLED])
      .when((state) => requestDuesReversal(asking, state, context))
      .thenRecorded([requested()]);
    given([AUGUST, PAID_IN_TIME, AUGUST_SETTLED, requested()])
      .when((state) => confirmDuesCorrection(of, state, context))
      .thenRejected('ENTERED_BY_YOU');
  });

  it.each([
    ['PAYMENT_NOT_KNOWN', [AUGUST]],
    ['PAYMENT_CORRECTION_PENDING', [AUGUST, PAID_IN_TIME, requested()]],
  ])('is refused: %s', (code, history) => {
    given(history)
      .when((state) => requestDuesReversal(asking, state, context))
      .thenRejected(code);
  });

  it('opens the month again that it had paid, as if nothing had come; it can be paid anew with its fine', () => {
    const state = after([AUGUST, PAID_IN_TIME, AUGUST_SETTLED, requested()]);
    expect(state).toMatchObject({
      creditIdr: 0,
      bankReferences: [],
      settledOn: {},
      bills: { '2026-08': { billedIdr: 1_000_000, paidIdr: 0, open: ['report-8'] } },
    });
    expect(state.paidFirstOn).toBeUndefined();
  });

  it('lets what else came pay the oldest month, on its own day and with the fine of that', () => {
    const history = [
      AUGUST,
      PAID_IN_TIME,
      AUGUST_SETTLED,
      SEPTEMBER,
      duesPaid(1_100_000, '2026-10-15', 'B-2'),
      monthSettled('2026-09', 1_000_000, '2026-10-15', ['report-9']),
      requested(),
    ];
    const [, ...follows] = confirmDuesCorrection(of, fold(duesHistory, history), second);
    expect(follows.map(({ type, data }) => [type, 'period' in data && data.period])).toEqual([
      ['MonthReopened', '2026-08'],
      ['MonthReopened', '2026-09'],
      ['MonthSettled', '2026-08'],
    ]);
    // One month late on 15 October: 20,000; the rest stays credit, and September is owed again.
    expect(fold(dues, [...history, ...follows])).toMatchObject({
      bills: { '2026-08': { paidIdr: 1_000_000, open: [] }, '2026-09': { paidIdr: 0, open: ['report-9'] } },
    });
    expect(after(history)).toMatchObject({
      creditIdr: 80_000,
      paidFirstOn: '2026-10-15',
      settledOn: { 'report-8': '2026-10-15' },
    });
  });

  it('changes nothing of months that were paid before it, or would be paid alike without it', () => {
    const history = [
      AUGUST,
      duesPaid(1_000_000, '2026-09-15', 'B-0'),
      AUGUST_SETTLED,
      duesPaid(1_000_000, '2026-10-01', 'B-1'),
      requested(),
    ];
    const follows = confirmDuesCorrection(of, fold(duesHistory, history), second);
    expect(follows.map(({ type }) => type)).toEqual(['DuesReversed']);
    expect(after(history)).toMatchObject({ creditIdr: 0, settledOn: { 'report-8': '2026-09-15' } });
  });

  it('knows what a later report made less: nothing of it is lost or made', () => {
    const history = [
      AUGUST,
      PAID_IN_TIME,
      AUGUST_SETTLED,
      monthBilled('2026-08', -300_000, 'report-8b', '2026-09-15'),
      monthSettled('2026-08', 0, '2026-11-20', ['report-8b']),
      duesPaid(900_000, '2026-11-20', 'B-2'),
      requested(),
    ];
    // 700,000 are due since 15 September: three months late, 42,000.
    expect(after(history)).toMatchObject({
      creditIdr: 900_000 - 742_000,
      bills: { '2026-08': { billedIdr: 700_000, paidIdr: 700_000, open: [] } },
    });
  });

  it('does the same of another payment later', () => {
    const history = [AUGUST, PAID_IN_TIME, AUGUST_SETTLED, duesPaid(1_020_000, '2026-10-10', 'B-2')];
    const first = [...history, requested()];
    const withoutFirst = [...first, ...confirmDuesCorrection(of, fold(duesHistory, first), second)];
    expect(fold(dues, withoutFirst)).toMatchObject({ creditIdr: 0, settledOn: { 'report-8': '2026-10-10' } });
    const more = { ...asking, correctionId: 'correction-2', paymentId: 'payment-B-2' };
    const askedAgain = [
      ...withoutFirst,
      ...requestDuesReversal(more, fold(duesHistory, withoutFirst), context),
    ];
    const both = { ...of, correctionId: 'correction-2' };
    const made = confirmDuesCorrection(both, fold(duesHistory, askedAgain), second);
    expect(fold(dues, [...askedAgain, ...made])).toMatchObject({
      creditIdr: 0,
      bills: { '2026-08': { paidIdr: 0, open: ['report-8'] } },
    });
  });

  it('is left, by whoever asked or by a supervisor', () => {
    const other = testContext({ actor: { ...context.actor, id: 'finance-9', roles: ['finance'] } });
    const refusing = { ...of, reason: 'ASKED_BY_MISTAKE' } as const;
    given([PAID_IN_TIME, requested()])
      .when((state) => refuseDuesCorrection(refusing, state, other))
      .thenRejected('PAYMENT_CORRECTION_OF_ANOTHER');
    given([PAID_IN_TIME, requested()])
      .when((state) => refuseDuesCorrection(refusing, state, second))
      .thenRecorded([
        {
          type: 'DuesCorrectionRefused',
          data: { ...refusing, deciderId: 'supervisor-2', effectiveOn: today },
        },
      ]);
    given([PAID_IN_TIME])
      .when((state) => confirmDuesCorrection(of, state, second))
      .thenRejected('PAYMENT_CORRECTION_NOT_FOUND');
  });
});

describe('Paying money back', () => {
  const refund = { ...of, amountIdr: rupiah(400_000), bankReference: 'T-1' };
  const refundRequested: DuesEvent = {
    type: 'DuesRefundRequested',
    data: { ...refund, requesterId: context.actor.id, effectiveOn: today },
  };

  it('takes it from the credit of the employer, once a second person has confirmed', () => {
    given([duesPaid(500_000, '2026-11-16')])
      .when((state) => requestDuesRefund(refund, state, context))
      .thenRecorded([refundRequested]);
    expect(after([duesPaid(500_000, '2026-11-16'), refundRequested])).toMatchObject({ creditIdr: 100_000 });
  });

  it('is refused beyond the credit, also where it was used meanwhile', () => {
    given([duesPaid(399_999, '2026-11-16')])
      .when((state) => requestDuesRefund(refund, state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
    given([
      duesPaid(500_000, '2026-11-16'),
      refundRequested,
      monthBilled('2026-10', 500_000, 'report-10', '2026-11-16'),
      monthSettled('2026-10', 500_000, '2026-11-16', ['report-10']),
    ])
      .when((state) => confirmDuesCorrection(of, state, second))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
  });

  it('gives a payment of another payer back whole, and one that bounced not at all', () => {
    const whole = { ...refund, correctionId: 'correction-2', paymentId: 'payment-B-1' };
    const backTo = (reason: 'BOUNCED' | 'WRONG_PAYER') => {
      const history = [duesPaid(400_000, '2026-11-16'), requested(reason, 400_000)];
      return [...history, ...confirmDuesCorrection(of, fold(duesHistory, history), second)];
    };
    given(backTo('WRONG_PAYER'))
      .when((state) => requestDuesRefund(whole, state, context))
      .thenRecorded([
        {
          type: 'DuesRefundRequested',
          data: { ...whole, requesterId: context.actor.id, effectiveOn: today },
        },
      ]);
    given(backTo('BOUNCED'))
      .when((state) => requestDuesRefund(whole, state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
  });
});
