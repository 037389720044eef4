import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { claims } from '../domain/claim.js';
import { calculateBenefit } from '../domain/calculate-benefit.js';
import { factsOfClaim } from './claim-facts.loader.js';

export class CalculateBenefit extends Command<CommandResult> {
  constructor(
    readonly claimId: string,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(CalculateBenefit)
export class CalculateBenefitHandler implements ICommandHandler<CalculateBenefit> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: CalculateBenefit): Promise<CommandResult> {
    const { claimId, context } = command;
    const facts = await factsOfClaim(this.store, claimId);
    return this.runner.handle(command, {
      streamId: claims.of(claimId),
      decider: claims,
      decide: (state) => calculateBenefit(facts, state, context),
    });
  }
}
