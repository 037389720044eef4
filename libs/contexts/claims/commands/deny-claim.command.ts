import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { claims } from '../domain/claim.js';
import { denyClaim } from '../domain/deny-claim.js';
import { factsOfClaim } from './claim-facts.loader.js';

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
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: DenyClaim): Promise<CommandResult> {
    const facts = await factsOfClaim(this.store, command.claimId);
    return this.runner.handle(command, {
      streamId: claims.of(command.claimId),
      decider: claims,
      decide: (state) => denyClaim(facts, state, command.context),
    });
  }
}
