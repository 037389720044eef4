import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReportStageOneInput, reportStageOne } from '../domain/report-stage-one.js';

export class ReportStageOne extends Command<CommandResult> {
  constructor(
    readonly input: ReportStageOneInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ReportStageOne)
export class ReportStageOneHandler implements ICommandHandler<ReportStageOne> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ReportStageOne): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => reportStageOne(input, state, context),
    });
  }
}
