import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { payouts } from '../domain/payout.js';
import { type CorrectPayoutAccountInput, correctPayoutAccount } from '../domain/correct-payout-account.js';

export class CorrectPayoutAccount extends Command<CommandResult> {
  constructor(
    readonly input: CorrectPayoutAccountInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(CorrectPayoutAccount)
export class CorrectPayoutAccountHandler implements ICommandHandler<CorrectPayoutAccount> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: CorrectPayoutAccount): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: payouts.of(input.payoutId),
      decider: payouts,
      decide: (state) => correctPayoutAccount(input, state, context),
    });
  }
}
