import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssuePlkkReferralInput, issuePlkkReferral } from '../domain/issue-plkk-referral.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export class IssuePlkkReferral extends Command<CommandResult> {
  constructor(
    readonly input: IssuePlkkReferralInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(IssuePlkkReferral)
export class IssuePlkkReferralHandler implements ICommandHandler<IssuePlkkReferral> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: IssuePlkkReferral): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await plkkLetterFacts(this.store, input, context.today);
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => issuePlkkReferral(input, state, facts, context),
    });
  }
}
