import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import type { Issue } from '#runtime';
import { RemoveTraceBody, TraceDeathBody } from './deaths.fields.js';
import { RemoveTrace } from './remove-trace.js';
import { TraceDeath } from './trace-death.js';

@ApiTags('participants')
@Controller('participants/:participantId/death')
export class DeathsController {
  static readonly handlers = [TraceDeath.handler, RemoveTrace.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('accident')
  @CommandEndpoint({
    summary: 'Trace a death to the work accident that it came from',
    description: 'Once. JKK then pays for the death, and JKM does not.',
    roles: ['adjudicator'],
  })
  // Clients generated from the API documentation know it by this name.
  @ApiOperation({ operationId: 'ParticipantsController_traceDeath' })
  trace(
    @IdParam('participantId') participantId: string,
    @Body() body: TraceDeathBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new TraceDeath({ ...body, participantId }, issue));
  }

  @Post('accident/removal')
  @CommandEndpoint({
    summary: 'Take back that a death came from a work accident',
    description: 'By another person than the one who traced it. JKM stands for the death then.',
    roles: ['supervisor'],
  })
  remove(
    @IdParam('participantId') participantId: string,
    @Body() body: RemoveTraceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RemoveTrace({ ...body, participantId }, issue));
  }
}
