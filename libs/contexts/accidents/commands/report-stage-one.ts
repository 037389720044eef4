import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReportStageOneInput, reportStageOne } from '../domain/report-stage-one.js';

export class ReportStageOne extends StreamCommand<ReportStageOneInput> {
  readonly commandName = 'ReportStageOne';
}

export const ReportStageOneHandler = commandHandler(ReportStageOne, accidents, 'accidentId', reportStageOne);
