import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { type EndScholarshipInput, endScholarship } from '../domain/end-scholarship.js';
import { scholarships } from '../domain/scholarship.js';

export class EndScholarship extends Command<CommandResult> {
  constructor(
    readonly input: EndScholarshipInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(EndScholarship)
export class EndScholarshipHandler implements ICommandHandler<EndScholarship> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: EndScholarship): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: scholarships.of(input.scholarshipId),
      decider: scholarships,
      decide: (state) => endScholarship(input, state, context),
    });
  }
}
