import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { CloseEmployer, ConfirmEntries, ReopenEmployer } from './close-employer.js';
import { CorrectRiskClass, CorrectSize } from './correct-employer.js';
import {
  CloseEmployerBody,
  CorrectRiskClassBody,
  CorrectSizeBody,
  RegisterEmployerBody,
  ReopenEmployerBody,
} from './employers.fields.js';
import { RegisterEmployer } from './register-employer.js';

@ApiTags('employers')
@Controller('employers')
export class EmployersController {
  static readonly handlers = [
    CloseEmployer.handler,
    ConfirmEntries.handler,
    CorrectRiskClass.handler,
    CorrectSize.handler,
    RegisterEmployer.handler,
    ReopenEmployer.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register an employer of wage earners (PU)',
    description: 'Once for each NPP: its id follows from it.',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterEmployerBody, @Issued() issue: Issue): Promise<CommandResult> {
    const npp = body.npp.toUpperCase();
    // Stored, as the name of the stream: it never changes.
    const employerId = derivedId('employer', npp);
    return this.commands.execute(new RegisterEmployer({ ...body, npp, employerId }, issue));
  }

  @Post(':employerId/risk-class')
  @CommandEndpoint({ summary: 'Correct the class of risk from a day on', roles: ['registrar'] })
  correctRiskClass(
    @IdParam('employerId') employerId: string,
    @Body() body: CorrectRiskClassBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectRiskClass({ ...body, employerId }, issue));
  }

  @Post(':employerId/size')
  @CommandEndpoint({
    summary: 'Correct the size, and so the compulsory programmes, from a day on',
    roles: ['registrar'],
  })
  correctSize(
    @IdParam('employerId') employerId: string,
    @Body() body: CorrectSizeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CorrectSize({ ...body, employerId }, issue));
  }

  @Post(':employerId/closing')
  @CommandEndpoint({
    summary: 'Close an employer that employs nobody any more',
    description: 'The memberships of its workers end with its last day; what it owes stays owed.',
    roles: ['registrar', 'supervisor'],
  })
  close(
    @IdParam('employerId') employerId: string,
    @Body() { lastDay, ...body }: CloseEmployerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CloseEmployer({ ...body, employerId, from: lastDay }, issue));
  }

  @Post(':employerId/reopening')
  @CommandEndpoint({ summary: 'Take back a closing that was a mistake', roles: ['supervisor'] })
  reopen(
    @IdParam('employerId') employerId: string,
    @Body() body: ReopenEmployerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReopenEmployer({ ...body, employerId }, issue));
  }

  @Post(':employerId/confirmation')
  @CommandEndpoint({
    summary: 'Confirm what others entered long after the day from which it holds',
    description: 'By a second person; it does not hold before.',
    roles: ['registrar', 'supervisor'],
  })
  confirm(@IdParam('employerId') employerId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmEntries({ employerId }, issue));
  }
}
