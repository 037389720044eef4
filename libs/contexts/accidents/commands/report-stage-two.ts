import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ReportStageTwoInput, reportStageTwo } from '../domain/report-stage-two.js';

export class ReportStageTwo extends StreamCommand<ReportStageTwoInput> {
  readonly commandName = 'ReportStageTwo';
}

export const ReportStageTwoHandler = commandHandler(ReportStageTwo, accidents, 'accidentId', reportStageTwo);
