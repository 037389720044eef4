import { type EventOf, evolveBy, unchanged, view } from '#kernel';
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
    return told({ ...before, events: [...before.events, event] }, event);
  },
});

const told = evolveBy<DuesHistory, Exclude<DuesEvent, { type: 'DuesYearClosed' }>>(
  {
    DuesPaid: (state, { data }) => ({ ...state, payments: [...state.payments, data] }),
    DuesReversalRequested: requested,
    DuesRefundRequested: requested,
    DuesReversed: reversed,
    DuesRefunded: (state, event) => ({
      ...decided(state, event),
      reversed: state.reversed.map((one) =>
        one.paymentId === event.data.paymentId ? { ...one, heldIdr: 0 } : one,
      ),
    }),
    DuesCorrectionRefused: decided,
    MonthBilled: unchanged,
    MonthSettled: unchanged,
    MonthReopened: unchanged,
    BackDatedDuesConfirmed: unchanged,
  },
  'dues event',
);

function requested(state: DuesHistory, event: PendingDuesCorrection): DuesHistory {
  return { ...state, pending: [...state.pending, event] };
}

function reversed(state: DuesHistory, event: EventOf<DuesEvent, 'DuesReversed'>): DuesHistory {
  const { paymentId, reason, amountIdr } = event.data;
  // What bounced is not there; what was recorded twice came once.
  const heldIdr = reason === 'WRONG_PAYER' ? amountIdr : 0;
  return {
    ...decided(state, event),
    payments: state.payments.filter((one) => one.paymentId !== paymentId),
    reversed: [...state.reversed, { paymentId, heldIdr }],
  };
}

function decided(
  state: DuesHistory,
  { data: { correctionId } }: { readonly data: { readonly correctionId: string } },
): DuesHistory {
  return { ...state, pending: state.pending.filter((one) => one.data.correctionId !== correctionId) };
}
