import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssueDoctorStatementInput, issueDoctorStatement } from '../domain/issue-doctor-statement.js';

export class IssueDoctorStatement extends StreamCommand<IssueDoctorStatementInput> {
  readonly commandName = 'IssueDoctorStatement';
}

export const IssueDoctorStatementHandler = commandHandler(
  IssueDoctorStatement,
  accidents,
  'accidentId',
  issueDoctorStatement,
);
