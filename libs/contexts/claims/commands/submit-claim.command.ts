import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { claims } from '../domain/claim.js';
import { type SubmitClaimInput, submitClaim } from '../domain/submit-claim.js';
import { loadClaimFacts } from './claim-facts.loader.js';

export class SubmitClaim extends Command<CommandResult> {
  constructor(
    readonly input: SubmitClaimInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SubmitClaim)
export class SubmitClaimHandler implements ICommandHandler<SubmitClaim> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: SubmitClaim): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await loadClaimFacts(this.store, input);
    return this.runner.handle(command, {
      streamId: claims.of(input.claimId),
      decider: claims,
      decide: (state) => submitClaim(input, facts, state, context),
    });
  }
}
