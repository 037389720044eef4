import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { type ApproveYearInput, approveYear } from '../domain/approve-year.js';
import { scholarship } from '../domain/scholarship.js';
import { scholarshipStream } from '../streams.js';

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
      streamId: scholarshipStream(input.scholarshipId),
      decider: scholarship,
      decide: (state) => approveYear(input, state, context),
    });
  }
}
