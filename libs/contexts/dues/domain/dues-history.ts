import { assertNever, view } from '#kernel';
import type { DuesEvent, DuesPaid, DuesRefundRequested, DuesReversalRequested } from './dues.events.js';
import { dues } from './dues.js';

/** What waits for a second person. */
export type PendingDuesCorrection = DuesReversalRequested | DuesRefundRequested;

/** Everything that happened to the dues of an employer, for whoever takes something of it back. */
export interface DuesHistory {
  readonly events: readonly DuesEvent[];
  readonly payments: readonly DuesPaid['data'][];
  readonly pending: readonly PendingDuesCorrection[];
  /** Payments that were taken back, and whether money of them is still held. */
  readonly reversed: readonly { readonly paymentId: string; readonly heldIdr: number }[];
}

/** The same streams as `dues`. */
export const duesHistory = view<DuesHistory, DuesEvent>(dues, {
  initial: { events: [], payments: [], pending: [], reversed: [] },
  evolve(before, event) {
    // What a closing says follows from what stands before it: whoever tells the story anew without a payment would have it back.
    if (event.type === 'DuesYearClosed') return before;
    const state = { ...before, events: [...before.events, event] };
    const decided = (correctionId: string) =>
      state.pending.filter((one) => one.data.correctionId !== correctionId);
    switch (event.type) {
      case 'DuesPaid':
        return { ...state, payments: [...state.payments, event.data] };
      case 'DuesReversalRequested':
      case 'DuesRefundRequested':
        return { ...state, pending: [...state.pending, event] };
      case 'DuesReversed': {
        const { paymentId, reason, amountIdr, correctionId } = event.data;
        // What bounced is not there; what was recorded twice came once.
        const heldIdr = reason === 'WRONG_PAYER' ? amountIdr : 0;
        return {
          ...state,
          payments: state.payments.filter((one) => one.paymentId !== paymentId),
          reversed: [...state.reversed, { paymentId, heldIdr }],
          pending: decided(correctionId),
        };
      }
      case 'DuesRefunded': {
        const { paymentId, correctionId } = event.data;
        const reversed = state.reversed.map((one) =>
          one.paymentId === paymentId ? { ...one, heldIdr: 0 } : one,
        );
        return { ...state, reversed, pending: decided(correctionId) };
      }
      case 'DuesCorrectionRefused':
        return { ...state, pending: decided(event.data.correctionId) };
      case 'MonthBilled':
      case 'MonthSettled':
      case 'MonthReopened':
      case 'BackDatedDuesConfirmed':
        return state;
      default:
        return assertNever(event, 'dues event');
    }
  },
});
