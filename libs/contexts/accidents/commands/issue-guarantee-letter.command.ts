import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssueGuaranteeLetterInput, issueGuaranteeLetter } from '../domain/issue-guarantee-letter.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export class IssueGuaranteeLetter extends Command<CommandResult> {
  constructor(
    readonly input: IssueGuaranteeLetterInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(IssueGuaranteeLetter)
export class IssueGuaranteeLetterHandler implements ICommandHandler<IssueGuaranteeLetter> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: IssueGuaranteeLetter): Promise<CommandResult> {
    const { input, context } = command;
    const facts = await plkkLetterFacts(this.store, input, context.today);
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => issueGuaranteeLetter(input, state, facts, context),
    });
  }
}
