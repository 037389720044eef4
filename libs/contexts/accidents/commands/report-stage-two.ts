import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReportStageTwoInput, reportStageTwo } from '../domain/report-stage-two.js';

export class ReportStageTwo extends StreamCommand<ReportStageTwoInput> {
  readonly commandName = 'ReportStageTwo';
}

@CommandHandler(ReportStageTwo)
export class ReportStageTwoHandler implements ICommandHandler<ReportStageTwo> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ReportStageTwo) {
    return this.decisions.make(command, accidents, command.input.accidentId, reportStageTwo);
  }
}
