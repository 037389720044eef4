import { type PaymentReversalReason, type Rupiah, ZERO_RUPIAH, assertNever, rupiah } from '#kernel';
import type {
  PaymentListCorrectionEvent,
  PaymentListEvent,
  PaymentListRefundRequested,
  PaymentListReversalRequested,
} from './payment-list.events.js';

export const LIST_CORRECTION_KINDS = ['REVERSAL', 'REFUND'] as const;

/** What waits for a second person: the sum is to be taken back, or money of it is to be paid back. */
export interface AskedOfList {
  readonly kind: (typeof LIST_CORRECTION_KINDS)[number];
  readonly correctionId: string;
  readonly requesterId: string;
  readonly bankReference: string;
  /** Of a reversal. */
  readonly reason?: PaymentReversalReason;
  /** Of a refund. */
  readonly amountIdr?: Rupiah;
}

/** What became of the money of a list. */
export interface MoneyOfList {
  readonly asked: readonly AskedOfList[];
  readonly refundedIdr: Rupiah;
  readonly reversal?: PaymentReversalReason;
}

/** Events that come once a list was paid. */
export const isOfMoney = (event: PaymentListEvent): event is PaymentListCorrectionEvent =>
  event.type === 'PaymentListReversalRequested' ||
  event.type === 'PaymentListReversed' ||
  event.type === 'PaymentListRefundRequested' ||
  event.type === 'PaymentListRefunded' ||
  event.type === 'PaymentListCorrectionRefused';

/** What is known of the money after one event more. */
export function moneyAfter(
  before: MoneyOfList = { asked: [], refundedIdr: ZERO_RUPIAH },
  event: PaymentListCorrectionEvent,
): MoneyOfList {
  switch (event.type) {
    case 'PaymentListReversalRequested':
      return { ...before, asked: [...before.asked, askedAs('REVERSAL', event)] };
    case 'PaymentListRefundRequested':
      return { ...before, asked: [...before.asked, askedAs('REFUND', event)] };
    case 'PaymentListReversed':
      return { ...without(before, event), reversal: event.data.reason };
    case 'PaymentListRefunded': {
      const refundedIdr = rupiah(before.refundedIdr + event.data.amountIdr);
      return { ...without(before, event), refundedIdr };
    }
    case 'PaymentListCorrectionRefused':
      return without(before, event);
    default:
      return assertNever(event, 'payment list event');
  }
}

function askedAs(
  kind: AskedOfList['kind'],
  { data }: PaymentListReversalRequested | PaymentListRefundRequested,
): AskedOfList {
  const { listId: _of, effectiveOn: _on, ...asked } = data;
  return { kind, ...asked };
}

const without = (money: MoneyOfList, { data }: PaymentListCorrectionEvent): MoneyOfList => ({
  ...money,
  asked: money.asked.filter(({ correctionId }) => correctionId !== data.correctionId),
});
