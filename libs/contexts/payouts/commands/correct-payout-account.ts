import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type CorrectPayoutAccountInput, correctPayoutAccount } from '../domain/correct-payout-account.js';
import { payouts } from '../domain/payout.js';

export class CorrectPayoutAccount extends StreamCommand<CorrectPayoutAccountInput> {
  readonly commandName = 'CorrectPayoutAccount';
}

@CommandHandler(CorrectPayoutAccount)
export class CorrectPayoutAccountHandler implements ICommandHandler<CorrectPayoutAccount> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: CorrectPayoutAccount) {
    return this.decisions.make(command, payouts, command.input.payoutId, correctPayoutAccount);
  }
}
