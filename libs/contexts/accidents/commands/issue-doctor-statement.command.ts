import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssueDoctorStatementInput, issueDoctorStatement } from '../domain/issue-doctor-statement.js';

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
      streamId: accidents.of(input.accidentId),
      decider: accidents,
      decide: (state) => issueDoctorStatement(input, state, context),
    });
  }
}
