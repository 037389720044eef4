import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { orderPayout } from '../domain/order-payout.js';
import { payouts } from '../domain/payout.js';
import { payoutIdOf } from '../payout-id.js';
import type { PaymentOrder } from '../processes/claim-payment.js';

/** Only the process claim-payment sends it: an order follows from a decision. */
export class OrderPayout extends StreamCommand<PaymentOrder> {
  readonly commandName = 'OrderPayout';
}

@CommandHandler(OrderPayout)
export class OrderPayoutHandler implements ICommandHandler<OrderPayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: OrderPayout) {
    const payoutId = payoutIdOf(command.input);
    return this.decisions.make(command, payouts, payoutId, (input, state) =>
      orderPayout({ ...input, payoutId }, state),
    );
  }
}
