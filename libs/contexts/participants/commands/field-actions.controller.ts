import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { CancelFieldAction, PlanFieldAction } from './field-actions.js';
import { CancelFieldActionBody, PlanFieldActionBody } from './field-actions.fields.js';

@ApiTags('field actions')
@Controller('field-actions')
export class FieldActionsController {
  static readonly handlers = [CancelFieldAction.handler, PlanFieldAction.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Plan an action in the field: a car at a market for some days',
    description: 'Registrations on its days may name it.',
    roles: ['registrar'],
    creates: true,
  })
  plan(@Body() body: PlanFieldActionBody, @Issued() issue: Issue): Promise<CommandResult> {
    const fieldActionId = derivedId('field-action', issue.context.commandId);
    return this.commands.execute(new PlanFieldAction({ ...body, fieldActionId }, issue));
  }

  @Post(':fieldActionId/cancellation')
  @CommandEndpoint({ summary: 'Cancel an action in the field from today on', roles: ['registrar'] })
  cancel(
    @IdParam('fieldActionId') fieldActionId: string,
    @Body() body: CancelFieldActionBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new CancelFieldAction({ ...body, fieldActionId }, issue));
  }
}
