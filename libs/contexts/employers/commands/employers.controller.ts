import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import { confirmersOf } from '#law';
import type { Issue } from '#runtime';
import { CloseEmployer, ConfirmEntries, ReopenEmployer } from './close-employer.js';
import { CorrectRiskClass, CorrectSize, RecordIndustry } from './correct-employer.js';
import {
  CloseEmployerBody,
  CorrectRiskClassBody,
  CorrectSizeBody,
  NameAccountBody,
  RecordDecreeBody,
  RecordIndustryBody,
  RegisterEmployerBody,
  ReopenEmployerBody,
} from './employers.fields.js';
import { NameAccount } from './name-account.js';
import { RecordDecree } from './record-decree.js';
import { RegisterEmployer } from './register-employer.js';

@ApiTags('employers')
@Controller('employers')
export class EmployersController {
  static readonly handlers = [
    CloseEmployer.handler,
    ConfirmEntries.handler,
    CorrectRiskClass.handler,
    CorrectSize.handler,
    NameAccount.handler,
    RecordDecree.handler,
    RecordIndustry.handler,
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

  @Post(':employerId/relief-industry')
  @CommandEndpoint({
    summary:
      'Record that an employer is in labour-intensive industry, whose contributions the State relieves, from a day on',
    description:
      'The paper shows that it has fifty workers and no arrears from before. A report of a month that is sent again is billed by it.',
    roles: ['registrar'],
  })
  recordIndustry(
    @IdParam('employerId') employerId: string,
    @Body() body: RecordIndustryBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecordIndustry({ ...body, employerId }, issue));
  }

  @Post(':employerId/account')
  @CommandEndpoint({
    summary: 'Say where an employer is paid what is due to it',
    description:
      'The money for the time without work (STMB) of a worker whose wage it went on paying. What is instructed from then on goes there.',
    roles: ['registrar'],
  })
  nameAccount(
    @IdParam('employerId') employerId: string,
    @Body() body: NameAccountBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new NameAccount({ ...body, employerId }, issue));
  }

  @Post(':employerId/decrees')
  @CommandEndpoint({
    summary: 'Record a decree by which a government body names workers for a time',
    description:
      'Village officials, heads of RT and RW, partners who are no civil servants. The answer names the new `decreeId`.',
    roles: ['registrar'],
  })
  async recordDecree(
    @IdParam('employerId') employerId: string,
    @Body() body: RecordDecreeBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { decreeId: string }> {
    const decreeId = derivedId('decree', employerId, issue.context.commandId);
    const command = new RecordDecree({ ...body, employerId, decreeId }, issue);
    return { ...(await this.commands.execute(command)), decreeId };
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
    roles: confirmersOf('EMPLOYER'),
  })
  confirm(@IdParam('employerId') employerId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmEntries({ employerId }, issue));
  }
}
