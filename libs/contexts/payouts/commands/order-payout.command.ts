import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { orderPayout } from '../domain/order-payout.js';
import { payout } from '../domain/payout.js';
import { payoutIdOf } from '../payout-id.js';
import type { PaymentOrder } from '../processes/claim-payment.js';
import { payoutStream } from '../streams.js';

/** Only the process claim-payment sends it: nobody orders a payment by hand. */
export class OrderPayout extends Command<CommandResult> {
  constructor(
    readonly input: PaymentOrder,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OrderPayout)
export class OrderPayoutHandler implements ICommandHandler<OrderPayout> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: OrderPayout): Promise<CommandResult> {
    const payoutId = payoutIdOf(command.input);
    return this.runner.handle(command, {
      streamId: payoutStream(payoutId),
      decider: payout,
      decide: (state) => orderPayout({ ...command.input, payoutId }, state),
    });
  }
}
