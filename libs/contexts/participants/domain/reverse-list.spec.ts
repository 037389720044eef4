import { describe, expect, it } from '@jest/globals';
import { fold, localDate, period, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { contributionPaid } from './participant.examples.js';
import type { PaymentListEvent } from './payment-list.events.js';
import { paymentLists, reportAgain } from './payment-list.js';
import {
  confirmListCorrection,
  finishListReversal,
  refundList,
  refuseListCorrection,
  reverseList,
  reverseOfMember,
} from './reverse-list.js';

/** Today is 20 November 2026. */
const context = testContext();
const second = testContext({ actor: { ...context.actor, id: 'supervisor-2', roles: ['supervisor'] } });
const given = decisionSpec(paymentLists);
const today = localDate('2026-11-20');
const listId = 'list';
const of = { listId, correctionId: 'correction-1' };
const started: PaymentListEvent = {
  type: 'PaymentListStarted',
  data: {
    listId,
    sponsorId: 'village',
    agreementId: 'agreement',
    fileDigest: 'digest',
    rows: 2,
    period: period('2026-11'),
    months: 1,
    paidOn: localDate('2026-11-02'),
    receipt: 'SP2D-2',
    amountIdr: rupiah(40_000),
    effectiveOn: today,
  },
};
const FINISHED: readonly PaymentListEvent[] = [
  started,
  {
    type: 'PaymentListCompleted',
    data: {
      listId,
      rows: 2,
      paid: 2,
      paidIdr: rupiah(33_600),
      remainderIdr: rupiah(6_400),
      effectiveOn: today,
    },
  },
];
const asking = { ...of, reason: 'BOUNCED', bankReference: 'R-1' } as const;
const requested = (reason: 'BOUNCED' | 'WRONG_PAYER' = 'BOUNCED'): PaymentListEvent => ({
  type: 'PaymentListReversalRequested',
  data: { ...asking, reason, requesterId: context.actor.id, effectiveOn: today },
});
const MEMBERS = { reversed: 2, reversedIdr: rupiah(33_600) };
const reversed = (reason: 'BOUNCED' | 'WRONG_PAYER' = 'BOUNCED'): PaymentListEvent => ({
  type: 'PaymentListReversed',
  data: {
    ...asking,
    reason,
    requesterId: context.actor.id,
    confirmerId: 'supervisor-2',
    ...MEMBERS,
    effectiveOn: today,
  },
});

const begun: PaymentListEvent = {
  type: 'PaymentListReversalBegun',
  data: { ...of, confirmerId: 'supervisor-2', effectiveOn: today },
};

describe('Taking the sum of a list back', () => {
  it('is asked for by one person and made by another one', () => {
    given(FINISHED)
      .when((state) => reverseList(asking, state, context))
      .thenRecorded([requested()]);
    given([...FINISHED, requested()])
      .when((state) => confirmListCorrection(of, state, context))
      .thenRejected('ENTERED_BY_YOU');
    given([...FINISHED, requested()])
      .when((state) => confirmListCorrection(of, state, second))
      .thenRecorded([begun]);
    given([...FINISHED, requested(), begun])
      .when((state) => confirmListCorrection(of, state, second))
      .thenNothing();
  });

  it('ends once its members were reversed, as whoever had confirmed it, and is not refused meanwhile', () => {
    const finishing = (state: Parameters<typeof finishListReversal>[1]) =>
      finishListReversal({ listId }, state, context, MEMBERS);
    given([...FINISHED, requested(), begun])
      .when(finishing)
      .thenRecorded([reversed()]);
    given([...FINISHED, requested()])
      .when(finishing)
      .thenNothing();
    given([...FINISHED, requested(), begun, reversed()])
      .when(finishing)
      .thenNothing();
    given([...FINISHED, requested(), begun])
      .when((state) => refuseListCorrection({ ...of, reason: 'ASKED_BY_MISTAKE' }, state, second))
      .thenRejected('REVERSAL_UNDER_WAY');
  });

  it.each([
    ['LIST_NOT_FOUND', []],
    ['LIST_NOT_FINISHED', [started]],
    ['PAYMENT_CORRECTION_PENDING', [...FINISHED, requested()]],
    ['PAYMENT_NOT_KNOWN', [...FINISHED, requested(), reversed()]],
  ])('is refused: %s', (code, history) => {
    given(history)
      .when((state) => reverseList(asking, state, context))
      .thenRejected(code);
  });

  it('is told to whoever sends the list again: it pays for nobody any more', () => {
    const again = (...since: readonly PaymentListEvent[]) => {
      const list = fold(paymentLists, [...FINISHED, ...since]);
      if (list.situation !== 'COMPLETED') throw new Error('Not finished');
      return () => reportAgain(list);
    };
    expect(again(requested())()).toMatchObject({ paid: 2 });
    expect(again(requested(), reversed())).toThrow(expect.objectContaining({ code: 'LIST_TAKEN_BACK' }));
  });

  it('is left, by whoever asked or by a supervisor', () => {
    const refusing = { ...of, reason: 'ASKED_BY_MISTAKE' } as const;
    given([...FINISHED, requested()])
      .when((state) => refuseListCorrection(refusing, state, second))
      .thenRecorded([
        {
          type: 'PaymentListCorrectionRefused',
          data: { ...refusing, deciderId: 'supervisor-2', effectiveOn: today },
        },
      ]);
    given(FINISHED)
      .when((state) => refuseListCorrection(refusing, state, second))
      .thenRejected('PAYMENT_CORRECTION_NOT_FOUND');
  });

  it.each([
    ['BOUNCED', 'BOUNCED'],
    ['WRONG_PAYER', 'WRONG_PERSON'],
    ['PAID_TWICE', 'WRONG_MONTH'],
  ] as const)('reverses the contribution of each member: %s is %s', (reason, ofMember) => {
    const { data } = contributionPaid('2026-11', 1, '2026-11-02');
    const asked = { kind: 'REVERSAL', ...asking, reason, requesterId: 'finance-1' } as const;
    const events = reverseOfMember(listId, { asked, confirmerId: 'supervisor-2', effectiveOn: today }, data);
    expect(events.map(({ type }) => type)).toEqual(['ContributionReversalRequested', 'ContributionReversed']);
    expect(events[1]?.data).toMatchObject({
      period: '2026-11',
      receipt: data.receipt,
      reason: ofMember,
      requesterId: 'finance-1',
      confirmerId: 'supervisor-2',
    });
  });
});

describe('Paying money of a list back', () => {
  const refund = (amountIdr: number) => ({ ...of, amountIdr: rupiah(amountIdr), bankReference: 'T-1' });
  const asked = (amountIdr: number): PaymentListEvent => ({
    type: 'PaymentListRefundRequested',
    data: { ...refund(amountIdr), requesterId: context.actor.id, effectiveOn: today },
  });

  it('gives back what is left of the sum, and no more', () => {
    given(FINISHED)
      .when((state) => refundList(refund(6_401), state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
    const paidBack = confirmListCorrection(of, fold(paymentLists, [...FINISHED, asked(6_400)]), second);
    expect(paidBack).toMatchObject([{ type: 'PaymentListRefunded', data: { amountIdr: 6_400 } }]);
    given([...FINISHED, asked(6_400), ...paidBack])
      .when((state) => refundList(refund(1), state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
  });

  it('gives the whole sum back to another payer, and nothing of what bounced', () => {
    given([...FINISHED, requested('WRONG_PAYER'), reversed('WRONG_PAYER')])
      .when((state) => refundList(refund(40_000), state, context))
      .thenRecorded([asked(40_000)]);
    given([...FINISHED, requested(), reversed()])
      .when((state) => refundList(refund(1), state, context))
      .thenRejected('REFUND_EXCEEDS_CREDIT');
  });
});
