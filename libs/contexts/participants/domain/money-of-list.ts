import { type PaymentReversalReason, type Rupiah, ZERO_RUPIAH, assertNever, rupiah } from '#kernel';
import type {
  PaymentListCorrectionEvent,
  PaymentListEvent,
  PaymentListRefundRequested,
  PaymentListReversalBegun,
  PaymentListReversalRequested,
} from './payment-list.events.js';

/** The sum is to be taken back. */
export type ReversalOfList = { readonly kind: 'REVERSAL' } & Omit<
  PaymentListReversalRequested['data'],
  'listId' | 'effectiveOn'
>;

/** Money of the sum is to be paid back. */
type RefundOfList = { readonly kind: 'REFUND' } & Omit<
  PaymentListRefundRequested['data'],
  'listId' | 'effectiveOn'
>;

/** What waits for a second person. */
export type AskedOfList = ReversalOfList | RefundOfList;

/** What became of the money of a list. */
export interface MoneyOfList {
  readonly asked: readonly AskedOfList[];
  readonly refundedIdr: Rupiah;
  readonly reversal?: PaymentReversalReason;
  /** It is being taken back, as a second person has confirmed. */
  readonly begun?: Omit<PaymentListReversalBegun['data'], 'listId'>;
}

/** Events that come once a list was paid. */
export const isOfMoney = (event: PaymentListEvent): event is PaymentListCorrectionEvent =>
  event.type === 'PaymentListReversalRequested' ||
  event.type === 'PaymentListReversalBegun' ||
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
    case 'PaymentListReversalRequested': {
      const { listId: _of, effectiveOn: _on, ...asked } = event.data;
      return { ...before, asked: [...before.asked, { kind: 'REVERSAL', ...asked }] };
    }
    case 'PaymentListReversalBegun': {
      const { listId: _of, ...begun } = event.data;
      return { ...before, begun };
    }
    case 'PaymentListRefundRequested': {
      const { listId: _of, effectiveOn: _on, ...asked } = event.data;
      return { ...before, asked: [...before.asked, { kind: 'REFUND', ...asked }] };
    }
    case 'PaymentListReversed': {
      const { begun: _ended, ...money } = without(before, event);
      return { ...money, reversal: event.data.reason };
    }
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

const without = (money: MoneyOfList, { data }: PaymentListCorrectionEvent): MoneyOfList => ({
  ...money,
  asked: money.asked.filter(({ correctionId }) => correctionId !== data.correctionId),
});
