import { StreamCommand, commandHandler } from '#runtime';
import { participants } from '../domain/participant.js';
import { type ReportDeathInput, reportDeath } from '../domain/report-death.js';

export class ReportDeath extends StreamCommand<ReportDeathInput> {
  readonly commandName = 'ReportDeath';
}

export const ReportDeathHandler = commandHandler(ReportDeath, participants, 'participantId', reportDeath);
