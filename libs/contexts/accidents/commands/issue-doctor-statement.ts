import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssueDoctorStatementInput, issueDoctorStatement } from '../domain/issue-doctor-statement.js';

export class IssueDoctorStatement extends StreamCommand<IssueDoctorStatementInput> {
  readonly commandName = 'IssueDoctorStatement';
}

@CommandHandler(IssueDoctorStatement)
export class IssueDoctorStatementHandler implements ICommandHandler<IssueDoctorStatement> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: IssueDoctorStatement) {
    return this.decisions.make(command, accidents, command.input.accidentId, issueDoctorStatement);
  }
}
