import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CommandResult, derivedId } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandEndpoint, Context, IdParam, IfMatch } from '#http';
import { ParticipantIds } from '../participant-ids.js';
import {
  RecordContributionBody,
  RegisterChildBody,
  RegisterHeirBody,
  RegisterParticipantBody,
  ReportDeathBody,
} from './participants.dto.js';
import { RecordContribution, RecordContributionHandler } from './record-contribution.command.js';
import { RegisterChild, RegisterChildHandler } from './register-child.command.js';
import { RegisterHeir, RegisterHeirHandler } from './register-heir.command.js';
import { RegisterParticipant, RegisterParticipantHandler } from './register-participant.command.js';
import { ReportDeath, ReportDeathHandler } from './report-death.command.js';

@ApiTags('participants')
@Controller('participants')
export class ParticipantsController {
  static readonly handlers = [
    RecordContributionHandler,
    RegisterChildHandler,
    RegisterHeirHandler,
    RegisterParticipantHandler,
    ReportDeathHandler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly ids: ParticipantIds,
  ) {}

  @Post()
  @CommandEndpoint({
    summary: 'Register a self-employed worker (BPU)',
    roles: ['registrar', 'plkk'],
    creates: true,
  })
  register(
    @Body() body: RegisterParticipantBody,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    const participantId = this.ids.of(body.person.nik);
    return this.commands.execute(
      new RegisterParticipant({ ...body, segment: 'BPU', participantId }, context),
    );
  }

  @Post(':participantId/contributions')
  @CommandEndpoint({
    summary: 'Record received contributions',
    description: 'The amount follows from the law; cover starts with the first contribution.',
    roles: ['registrar', 'plkk', 'finance'],
  })
  recordContribution(
    @IdParam('participantId') participantId: string,
    @Body() body: RecordContributionBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(
      new RecordContribution({ ...body, participantId }, context, expectedRevision),
    );
  }

  @Post(':participantId/children')
  @CommandEndpoint({ summary: 'Register a child for the scholarship (at most two)', roles: ['registrar'] })
  async registerChild(
    @IdParam('participantId') participantId: string,
    @Body() body: RegisterChildBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult & { childId: string }> {
    const childId = derivedId('child', participantId, context.commandId);
    const command = new RegisterChild({ ...body, participantId, childId }, context, expectedRevision);
    return { ...(await this.commands.execute(command)), childId };
  }

  @Post(':participantId/heirs')
  @CommandEndpoint({ summary: 'Register an heir', roles: ['registrar'] })
  async registerHeir(
    @IdParam('participantId') participantId: string,
    @Body() body: RegisterHeirBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult & { heirId: string }> {
    const heirId = derivedId('heir', participantId, context.commandId);
    const command = new RegisterHeir({ ...body, participantId, heirId }, context, expectedRevision);
    return { ...(await this.commands.execute(command)), heirId };
  }

  @Post(':participantId/death')
  @CommandEndpoint({ summary: 'Report the death of a participant', roles: ['registrar', 'adjudicator'] })
  reportDeath(
    @IdParam('participantId') participantId: string,
    @Body() body: ReportDeathBody,
    @Context() context: CommandContext,
    @IfMatch() expectedRevision?: bigint,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportDeath({ ...body, participantId }, context, expectedRevision));
  }
}
