import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type ReturnPayoutInput, returnPayout } from '../domain/return-payout.js';
import { payouts } from '../domain/payout.js';

export class ReturnPayout extends StreamCommand<ReturnPayoutInput> {
  readonly commandName = 'ReturnPayout';
}

@CommandHandler(ReturnPayout)
export class ReturnPayoutHandler implements ICommandHandler<ReturnPayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ReturnPayout) {
    return this.decisions.make(command, payouts, command.input.payoutId, returnPayout);
  }
}
