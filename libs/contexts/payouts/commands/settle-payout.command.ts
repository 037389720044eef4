import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { payouts } from '../domain/payout.js';
import { type SettlePayoutInput, settlePayout } from '../domain/settle-payout.js';

export class SettlePayout extends Command<CommandResult> {
  constructor(
    readonly input: SettlePayoutInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(SettlePayout)
export class SettlePayoutHandler implements ICommandHandler<SettlePayout> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: SettlePayout): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: payouts.of(input.payoutId),
      decider: payouts,
      decide: (state) => settlePayout(input, state, context),
    });
  }
}
