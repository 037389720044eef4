import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type SettlePayoutInput, settlePayout } from '../domain/settle-payout.js';
import { payouts } from '../domain/payout.js';

export class SettlePayout extends StreamCommand<SettlePayoutInput> {
  readonly commandName = 'SettlePayout';
}

@CommandHandler(SettlePayout)
export class SettlePayoutHandler implements ICommandHandler<SettlePayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: SettlePayout) {
    return this.decisions.make(command, payouts, command.input.payoutId, settlePayout);
  }
}
