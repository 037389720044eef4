import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#platform';
import { claim } from '../domain/claim.js';
import { approveClaim } from '../domain/approve-claim.js';
import { claimStream } from '../streams.js';
import { factsOfClaim } from './claim-facts.loader.js';

export class ApproveClaim extends Command<CommandResult> {
  constructor(
    readonly claimId: string,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ApproveClaim)
export class ApproveClaimHandler implements ICommandHandler<ApproveClaim> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: ApproveClaim): Promise<CommandResult> {
    const { claimId, context } = command;
    const facts = await factsOfClaim(this.store, claimId);
    return this.runner.handle(command, {
      streamId: claimStream(claimId),
      decider: claim,
      decide: (state) => approveClaim(facts, state, context),
    });
  }
}
