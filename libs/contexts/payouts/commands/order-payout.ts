import { command } from '#runtime';
import { type PaymentOrder, orderPayout } from '../domain/order-payout.js';
import type { PayoutState } from '../domain/payout-state.js';
import { payoutIdOf, payouts } from '../domain/payout.js';

/** Only processes send it, of claims, scholarships, invoices, lateness and what others inherit: an order follows from a decision. */
export const OrderPayout = command(
  'OrderPayout',
  payouts,
  payoutIdOf,
  (order: PaymentOrder, payout: PayoutState) =>
    orderPayout({ ...order, payoutId: payoutIdOf(order) }, payout),
);
