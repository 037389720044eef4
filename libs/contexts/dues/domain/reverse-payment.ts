import {
  type CommandContext,
  type NoPaymentCorrectionReason,
  type PaymentReversalReason,
  Rejection,
  type Rupiah,
  askedByAnother,
  askedByYouOrSupervised,
  fold,
  paymentCorrectionRefusals,
  rupiah,
} from '#kernel';
import { type DuesHistory, type PendingDuesCorrection } from './dues-history.js';
import type { DuesEvent, DuesRefundRequested, DuesReversalRequested } from './dues.events.js';
import { dues } from './dues.js';
import { duesRefusals } from './refusals.js';
import { settledAnew } from './settle-anew.js';

interface OfCorrection {
  readonly employerId: string;
  readonly correctionId: string;
}

export interface RequestDuesReversalInput extends OfCorrection {
  readonly paymentId: string;
  readonly reason: PaymentReversalReason;
  readonly bankReference: string;
}

/**
 * Asks a second person to take a payment back that bounced, was of somebody else, or was recorded twice.
 * @throws Rejection `PAYMENT_NOT_KNOWN`, `PAYMENT_CORRECTION_PENDING`
 */
export function requestDuesReversal(
  input: RequestDuesReversalInput,
  { payments, pending }: DuesHistory,
  { actor, today }: CommandContext,
): readonly DuesEvent[] {
  const payment = payments.find(({ paymentId }) => paymentId === input.paymentId);
  if (!payment) throw new Rejection(paymentCorrectionRefusals.PAYMENT_NOT_KNOWN());
  refusePending(pending, 'DuesReversalRequested', input.paymentId);
  const { amountIdr } = payment;
  return [
    {
      type: 'DuesReversalRequested',
      data: { ...input, amountIdr, requesterId: actor.id, effectiveOn: today },
    },
  ];
}

export interface RequestDuesRefundInput extends OfCorrection {
  /** A payment that was taken back; left out of credit. */
  readonly paymentId?: string;
  readonly amountIdr: Rupiah;
  readonly bankReference: string;
}

/**
 * Asks a second person to have money paid back: credit of the employer, or a payment of somebody else that was taken back.
 * @throws Rejection `PAYMENT_NOT_KNOWN`, `REFUND_EXCEEDS_CREDIT`, `PAYMENT_CORRECTION_PENDING`
 */
export function requestDuesRefund(
  input: RequestDuesRefundInput,
  state: DuesHistory,
  { actor, today }: CommandContext,
): readonly DuesEvent[] {
  refuseMoreThanHeld(input, state);
  if (input.paymentId !== undefined) {
    refusePending(state.pending, 'DuesRefundRequested', input.paymentId);
  }
  return [{ type: 'DuesRefundRequested', data: { ...input, requesterId: actor.id, effectiveOn: today } }];
}

/**
 * Makes what somebody else asked for. Where a payment was taken back, the months that it had paid are open again, or are paid by
 * what else came.
 * @throws Rejection `PAYMENT_CORRECTION_NOT_FOUND`, `ENTERED_BY_YOU`, `PAYMENT_NOT_KNOWN`, `REFUND_EXCEEDS_CREDIT`
 */
export function confirmDuesCorrection(
  { correctionId }: OfCorrection,
  state: DuesHistory,
  context: CommandContext,
): readonly DuesEvent[] {
  const asked = askedByAnother(state.pending.map(withData), correctionId, context.actor, duesRefusals);
  return asked.type === 'DuesReversalRequested'
    ? reversal(asked.data, state, context)
    : refund(asked.data, state, context);
}

function reversal(
  asked: DuesReversalRequested['data'],
  { payments, events }: DuesHistory,
  { actor, today }: CommandContext,
): readonly DuesEvent[] {
  const payment = payments.find(({ paymentId }) => paymentId === asked.paymentId);
  if (!payment) throw new Rejection(paymentCorrectionRefusals.PAYMENT_NOT_KNOWN());
  const { bankReference: receipt, effectiveOn: paidOn, backDatedBy } = payment;
  const reversed: DuesEvent = {
    type: 'DuesReversed',
    data: {
      ...asked,
      receipt,
      paidOn,
      ...(backDatedBy !== undefined && { backDatedBy }),
      confirmerId: actor.id,
      effectiveOn: today,
    },
  };
  return [reversed, ...settledAnew(asked.employerId, [...events, reversed], today)];
}

function refund(
  asked: DuesRefundRequested['data'],
  state: DuesHistory,
  { actor, today }: CommandContext,
): readonly DuesEvent[] {
  refuseMoreThanHeld(asked, state);
  return [{ type: 'DuesRefunded', data: { ...asked, confirmerId: actor.id, effectiveOn: today } }];
}

/**
 * Leaves everything as it was.
 * @throws Rejection `PAYMENT_CORRECTION_NOT_FOUND`, `PAYMENT_CORRECTION_OF_ANOTHER`
 */
export function refuseDuesCorrection(
  { employerId, correctionId, reason }: OfCorrection & { readonly reason: NoPaymentCorrectionReason },
  { pending }: DuesHistory,
  { actor, today }: CommandContext,
): readonly DuesEvent[] {
  askedByYouOrSupervised(pending.map(withData), correctionId, actor);
  return [
    {
      type: 'DuesCorrectionRefused',
      data: { employerId, correctionId, deciderId: actor.id, reason, effectiveOn: today },
    },
  ];
}

const withData = (asked: PendingDuesCorrection) => ({
  ...asked,
  correctionId: asked.data.correctionId,
  requesterId: asked.data.requesterId,
});

function refusePending(
  pending: DuesHistory['pending'],
  type: PendingDuesCorrection['type'],
  paymentId: string,
): void {
  const same = pending.find((one) => one.type === type && one.data.paymentId === paymentId);
  if (same) throw new Rejection(paymentCorrectionRefusals.PAYMENT_CORRECTION_PENDING(same.data));
}

/** A payment that was taken back is paid back whole; of credit there must be so much. */
function refuseMoreThanHeld(
  { paymentId, amountIdr }: Pick<RequestDuesRefundInput, 'paymentId' | 'amountIdr'>,
  { reversed, events }: DuesHistory,
): void {
  if (paymentId === undefined) {
    const creditIdr = rupiah(Math.max(0, fold(dues, events).creditIdr));
    if (amountIdr > creditIdr) {
      throw new Rejection(paymentCorrectionRefusals.REFUND_EXCEEDS_CREDIT({ creditIdr }));
    }
    return;
  }
  const held = reversed.find((one) => one.paymentId === paymentId);
  if (!held) throw new Rejection(paymentCorrectionRefusals.PAYMENT_NOT_KNOWN());
  if (amountIdr !== held.heldIdr) {
    throw new Rejection(paymentCorrectionRefusals.REFUND_EXCEEDS_CREDIT({ creditIdr: rupiah(held.heldIdr) }));
  }
}
