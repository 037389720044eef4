import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReportStageTwoInput, reportStageTwo } from '../domain/report-stage-two.js';

export class ReportStageTwo extends Command<CommandResult> {
  constructor(
    readonly input: ReportStageTwoInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ReportStageTwo)
export class ReportStageTwoHandler implements ICommandHandler<ReportStageTwo> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ReportStageTwo): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => reportStageTwo(input, state, context),
    });
  }
}
