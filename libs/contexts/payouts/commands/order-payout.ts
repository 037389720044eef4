import { StreamCommand, commandHandler } from '#runtime';
import { type PaymentOrder, orderPayout } from '../domain/order-payout.js';
import { payoutIdOf, payouts } from '../domain/payout.js';

/** Only the process claim-payment sends it: an order follows from a decision. */
export class OrderPayout extends StreamCommand<PaymentOrder> {
  readonly commandName = 'OrderPayout';
}

export const OrderPayoutHandler = commandHandler(OrderPayout, payouts, payoutIdOf, (order, payout) =>
  orderPayout({ ...order, payoutId: payoutIdOf(order) }, payout),
);
