import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import { confirmersOf } from '#law';
import type { Issue } from '#runtime';
import { AmendProject, EndProject, ExtendProject } from './change-project.js';
import { ConfirmProjectEntries, PayProject } from './pay-project.js';
import {
  AmendProjectBody,
  EndProjectBody,
  ExtendProjectBody,
  PayProjectBody,
  RegisterProjectBody,
} from './projects.fields.js';
import { RegisterProject } from './register-project.js';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  static readonly handlers = [
    AmendProject.handler,
    ConfirmProjectEntries.handler,
    EndProject.handler,
    ExtendProject.handler,
    PayProject.handler,
    RegisterProject.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register a construction project (JAKON), and bill it',
    description: 'Once for each registration number: its id follows from it.',
    roles: ['registrar'],
    creates: true,
  })
  register(@Body() body: RegisterProjectBody, @Issued() issue: Issue): Promise<CommandResult> {
    const registrationNumber = body.registrationNumber.toUpperCase();
    // Stored, as the name of the stream: it never changes.
    const projectId = derivedId('project', registrationNumber);
    return this.commands.execute(new RegisterProject({ ...body, registrationNumber, projectId }, issue));
  }

  @Post(':projectId/addenda')
  @CommandEndpoint({
    summary: 'Record another value of the contract, or other wages',
    description: 'What is more is billed; what is less is credit.',
    roles: ['registrar'],
  })
  amend(
    @IdParam('projectId') projectId: string,
    @Body() body: AmendProjectBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new AmendProject({ ...body, projectId }, issue));
  }

  @Post(':projectId/extensions')
  @CommandEndpoint({ summary: 'Record that the project goes on for longer', roles: ['registrar'] })
  extend(
    @IdParam('projectId') projectId: string,
    @Body() body: ExtendProjectBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ExtendProject({ ...body, projectId }, issue));
  }

  @Post(':projectId/payments')
  @CommandEndpoint({
    summary: 'Record money for the contributions of a project',
    description: 'What comes long after its day counts for cover once a second person has confirmed it.',
    roles: ['registrar', 'finance'],
  })
  pay(
    @IdParam('projectId') projectId: string,
    @Body() body: PayProjectBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const paymentId = derivedId('project-payment', projectId, issue.context.commandId);
    return this.commands.execute(new PayProject({ ...body, projectId, paymentId }, issue));
  }

  @Post(':projectId/ending')
  @CommandEndpoint({
    summary: 'Record that work on the project has ended',
    description: 'Cover of its workers ends with the last day.',
    roles: ['registrar'],
  })
  end(
    @IdParam('projectId') projectId: string,
    @Body() body: EndProjectBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndProject({ ...body, projectId }, issue));
  }

  @Post(':projectId/confirmation')
  @CommandEndpoint({
    summary: 'Confirm what others entered long after the day for which it counts',
    description: 'By a second person; it does not count before.',
    roles: confirmersOf('PROJECT_PAYMENT'),
  })
  confirm(@IdParam('projectId') projectId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmProjectEntries({ projectId }, issue));
  }
}
