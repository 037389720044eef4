import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReportStageOneInput, reportStageOne } from '../domain/report-stage-one.js';

export class ReportStageOne extends StreamCommand<ReportStageOneInput> {
  readonly commandName = 'ReportStageOne';
}

@CommandHandler(ReportStageOne)
export class ReportStageOneHandler implements ICommandHandler<ReportStageOne> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ReportStageOne) {
    return this.decisions.make(command, accidents, command.input.accidentId, reportStageOne);
  }
}
