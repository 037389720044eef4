import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { payouts } from '../domain/payout.js';
import { type AcceptPayoutInput, acceptPayout } from '../domain/accept-payout.js';

export class AcceptPayout extends Command<CommandResult> {
  constructor(
    readonly input: AcceptPayoutInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(AcceptPayout)
export class AcceptPayoutHandler implements ICommandHandler<AcceptPayout> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: AcceptPayout): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: payouts.of(input.payoutId),
      decider: payouts,
      decide: (state) => acceptPayout(input, state, context),
    });
  }
}
