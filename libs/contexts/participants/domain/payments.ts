import { assertNever, view } from '#kernel';
import { contributions } from './contributions.js';
import type { ContributionEvent, ContributionPaid } from './contribution.events.js';
import type { ContributionReversalRequested } from './reversal.events.js';

/** Payments one by one, for whoever takes one of them back. */
export interface PaymentsState {
  /** Those that count, in the order in which they were recorded. */
  readonly payments: readonly ContributionPaid['data'][];
  /** What was asked for, while no second person has decided on it. */
  readonly pending: readonly ContributionReversalRequested['data'][];
}

/** How a payment is known: its first month and its receipt. */
export type PaymentKey = Pick<ContributionPaid['data'], 'period' | 'receipt'>;

/** Of several that are known by the same, as old logs may hold, the last. */
export const paymentOf = ({ payments }: PaymentsState, { period, receipt }: PaymentKey) =>
  payments.findLast((one) => one.period === period && one.receipt === receipt);

/** The same streams as `contributions`, from their first event on: a payment of a closed year can be taken back as any other. */
export const paymentsOf = view<PaymentsState, ContributionEvent>(contributions, {
  initial: { payments: [], pending: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'ContributionPaid':
        return { ...state, payments: [...state.payments, event.data] };
      case 'BackDatedContributionsConfirmed':
      case 'ContributionYearClosed':
        return state;
      case 'ContributionReversalRequested':
        return { ...state, pending: [...state.pending, event.data] };
      case 'ContributionReversalRefused':
        return withoutRequest(state, event.data.correctionId);
      case 'ContributionReversed': {
        const reversed = paymentOf(state, event.data);
        const payments = state.payments.filter((one) => one !== reversed);
        return { ...withoutRequest(state, event.data.correctionId), payments };
      }
      default:
        return assertNever(event, 'contribution event');
    }
  },
});

const withoutRequest = (state: PaymentsState, correctionId: string): PaymentsState => ({
  ...state,
  pending: state.pending.filter((one) => one.correctionId !== correctionId),
});
