import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { participants } from '../domain/participant.js';
import { type ReportDeathInput, reportDeath } from '../domain/report-death.js';

export class ReportDeath extends StreamCommand<ReportDeathInput> {
  readonly commandName = 'ReportDeath';
}

@CommandHandler(ReportDeath)
export class ReportDeathHandler implements ICommandHandler<ReportDeath> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ReportDeath) {
    return this.decisions.make(command, participants, command.input.participantId, reportDeath);
  }
}
