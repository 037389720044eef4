import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { participants } from '../domain/participant.js';
import { type ReportDeathInput, reportDeath } from '../domain/report-death.js';

export class ReportDeath extends Command<CommandResult> {
  constructor(
    readonly input: ReportDeathInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(ReportDeath)
export class ReportDeathHandler implements ICommandHandler<ReportDeath> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: ReportDeath): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: participants.of(input.participantId),
      decider: participants,
      decide: (state) => reportDeath(input, state, context),
    });
  }
}
