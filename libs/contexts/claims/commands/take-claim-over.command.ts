import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { claims } from '../domain/claim.js';
import { type TakeClaimOverInput, takeClaimOver } from '../domain/take-claim-over.js';
import { factsOfClaim } from './claim-facts.loader.js';

export class TakeClaimOver extends Command<CommandResult> {
  constructor(
    readonly input: TakeClaimOverInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(TakeClaimOver)
export class TakeClaimOverHandler implements ICommandHandler<TakeClaimOver> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: TakeClaimOver): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await factsOfClaim(this.store, input.claimId);
    return this.runner.handle(command, {
      streamId: claims.of(input.claimId),
      decider: claims,
      decide: (state) => takeClaimOver(input, facts, state, context),
    });
  }
}
