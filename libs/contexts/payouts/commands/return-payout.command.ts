import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { payouts } from '../domain/payout.js';
import { type ReturnPayoutInput, returnPayout } from '../domain/return-payout.js';

export class ReturnPayout extends Command<CommandResult> {
  constructor(
    readonly input: ReturnPayoutInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ReturnPayout)
export class ReturnPayoutHandler implements ICommandHandler<ReturnPayout> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ReturnPayout): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: payouts.of(input.payoutId),
      decider: payouts,
      decide: (state) => returnPayout(input, state, context),
    });
  }
}
