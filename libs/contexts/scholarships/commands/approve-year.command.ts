import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { type ApproveYearInput, approveYear } from '../domain/approve-year.js';
import { scholarships } from '../domain/scholarship.js';

export class ApproveYear extends Command<CommandResult> {
  constructor(
    readonly input: ApproveYearInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ApproveYear)
export class ApproveYearHandler implements ICommandHandler<ApproveYear> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ApproveYear): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: scholarships.of(input.scholarshipId),
      decider: scholarships,
      decide: (state) => approveYear(input, state, context),
    });
  }
}
