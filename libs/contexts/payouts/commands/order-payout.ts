import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type PaymentOrder, orderPayout } from '../domain/order-payout.js';
import { payoutIdOf, payouts } from '../domain/payout.js';

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
