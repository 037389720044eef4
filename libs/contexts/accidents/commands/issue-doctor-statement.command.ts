import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accident } from '../domain/accident.js';
import { type IssueDoctorStatementInput, issueDoctorStatement } from '../domain/issue-doctor-statement.js';
import { accidentStream } from '../streams.js';

export class IssueDoctorStatement extends Command<CommandResult> {
  constructor(
    readonly input: IssueDoctorStatementInput,
    readonly context: CommandContext,
    readonly expectedRevision?: bigint,
  ) {
    super();
  }
}

@CommandHandler(IssueDoctorStatement)
export class IssueDoctorStatementHandler implements ICommandHandler<IssueDoctorStatement> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: IssueDoctorStatement): Promise<CommandResult> {
    const { input, context } = command;
    return this.runner.handle(command, {
      streamId: accidentStream(input.accidentId),
      decider: accident,
      decide: (state) => issueDoctorStatement(input, state, context),
    });
  }
}
