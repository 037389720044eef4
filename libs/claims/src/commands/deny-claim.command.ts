import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#platform';
import { claim } from '../domain/claim.js';
import { denyClaim } from '../domain/deny-claim.js';
import { claimStream } from '../streams.js';

export class DenyClaim extends Command<CommandResult> {
  constructor(
    readonly claimId: string,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(DenyClaim)
export class DenyClaimHandler implements ICommandHandler<DenyClaim> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: DenyClaim): Promise<CommandResult> {
    return this.runner.handle(command, {
      streamId: claimStream(command.claimId),
      decider: claim,
      decide: (state) => denyClaim(state, command.context),
    });
  }
}
