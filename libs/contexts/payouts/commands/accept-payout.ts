import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type AcceptPayoutInput, acceptPayout } from '../domain/accept-payout.js';
import { payouts } from '../domain/payout.js';

export class AcceptPayout extends StreamCommand<AcceptPayoutInput> {
  readonly commandName = 'AcceptPayout';
}

@CommandHandler(AcceptPayout)
export class AcceptPayoutHandler implements ICommandHandler<AcceptPayout> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: AcceptPayout) {
    return this.decisions.make(command, payouts, command.input.payoutId, acceptPayout);
  }
}
