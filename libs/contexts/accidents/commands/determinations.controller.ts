import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { IssueDeterminationBody, NameCareBearerBody } from './accidents.fields.js';
import { IssueDetermination, NameCareBearer } from './determinations.js';

/** What others than BPJS determine of an accident, and who bears care that JKK does not. */
@ApiTags('accidents')
@Controller('accidents/:accidentId')
export class DeterminationsController {
  static readonly handlers = [IssueDetermination.handler, NameCareBearer.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('determinations')
  @CommandEndpoint({
    summary: 'Record what an inspector, the Minister or a court determined',
    description:
      'Before or after the conclusion. The highest authority holds, of the same the latest day; what was no work accident goes on where its care had got to.',
    roles: ['adjudicator', 'supervisor'],
  })
  determine(
    @IdParam('accidentId') accidentId: string,
    @Body() body: IssueDeterminationBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new IssueDetermination({ ...body, accidentId }, issue));
  }

  @Post('care-bearer')
  @CommandEndpoint({
    summary: 'Tell the facilities whom to bill, where it was no work accident',
    description: 'Those that were promised payment while nobody knew. What is said last counts.',
    roles: ['adjudicator', 'supervisor'],
  })
  nameBearer(
    @IdParam('accidentId') accidentId: string,
    @Body() body: NameCareBearerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new NameCareBearer({ ...body, accidentId }, issue));
  }
}
