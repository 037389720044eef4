import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { AtMostPerHour, CommandEndpoint, IdParam, Issued } from '#http';
import { derivedId, seesAll } from '#kernel';
import { COUNTER_QUESTIONS_PER_HOUR, confirmersOf } from '#law';
import { type Issue, ParticipantIds } from '#runtime';

import { participantOf } from '../domain/participant.js';
import { type MayBeKnown, PersonsAlike, mayBeKnown } from '../domain/persons-alike.js';
import {
  RecordContributionBody,
  RegisterChildBody,
  RegisterHeirBody,
  RegisterParticipantBody,
  ReportDeathBody,
} from './participants.fields.js';
import {
  ConfirmContributions,
  ConfirmDeath,
  ConfirmFamily,
  ConfirmRegistration,
} from './confirm-back-dated.js';
import { RecordContribution, RecordContributionHandler } from './record-contribution.js';
import { RegisterChild } from './register-child.js';
import { RegisterHeir } from './register-heir.js';
import { RegisterParticipant, RegisterParticipantHandler } from './register-participant.js';
import { ReportDeath } from './report-death.js';

@ApiTags('participants')
@Controller('participants')
export class ParticipantsController {
  static readonly handlers = [
    ConfirmContributions.handler,
    ConfirmDeath.handler,
    ConfirmFamily.handler,
    ConfirmRegistration.handler,
    RecordContributionHandler,
    RegisterChild.handler,
    RegisterHeir.handler,
    RegisterParticipantHandler,
    ReportDeath.handler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly ids: ParticipantIds,
    private readonly alike: PersonsAlike,
  ) {}

  @Post()
  @AtMostPerHour(COUNTER_QUESTIONS_PER_HOUR.value)
  @CommandEndpoint({
    summary: 'Register a self-employed worker (BPU)',
    description:
      'The answer names under `mayBeKnownBy` why somebody who is registered may be the same person, and nothing of that person. It refuses nothing; a PLKK is not told.',
    roles: ['registrar', 'plkk'],
    creates: true,
  })
  async register(
    @Body() body: RegisterParticipantBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & MayBeKnown> {
    const participantId = this.ids.of(body.person.nik);
    const registration = new RegisterParticipant({ ...body, segment: 'BPU', participantId }, issue);
    const result = await this.commands.execute(registration);
    if (!seesAll(issue.context.actor)) return result;
    const newcomer = { ...body.person, participantId: participantOf(result.streamId) };
    return { ...result, ...(await mayBeKnown(this.alike, newcomer)) };
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
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RecordContribution({ ...body, participantId }, issue));
  }

  @Post(':participantId/children')
  @CommandEndpoint({ summary: 'Register a child for the scholarship (at most two)', roles: ['registrar'] })
  async registerChild(
    @IdParam('participantId') participantId: string,
    @Body() body: RegisterChildBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { childId: string }> {
    const childId = derivedId('child', participantId, issue.context.commandId);
    const command = new RegisterChild({ ...body, participantId, childId }, issue);
    return { ...(await this.commands.execute(command)), childId };
  }

  @Post(':participantId/heirs')
  @CommandEndpoint({ summary: 'Register an heir', roles: ['registrar'] })
  async registerHeir(
    @IdParam('participantId') participantId: string,
    @Body() body: RegisterHeirBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & { heirId: string }> {
    const heirId = derivedId('heir', participantId, issue.context.commandId);
    const command = new RegisterHeir({ ...body, participantId, heirId }, issue);
    return { ...(await this.commands.execute(command)), heirId };
  }

  @Post(':participantId/death')
  @CommandEndpoint({ summary: 'Report the death of a participant', roles: ['registrar', 'adjudicator'] })
  reportDeath(
    @IdParam('participantId') participantId: string,
    @Body() body: ReportDeathBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ReportDeath({ ...body, participantId }, issue));
  }

  @Post(':participantId/registration/confirmation')
  @CommandEndpoint({
    summary: 'Confirm a registration that somebody else entered long after the day from which it holds',
    description: 'By a second person; no claim is approved on it before.',
    roles: confirmersOf('REGISTRATION'),
  })
  confirmRegistration(
    @IdParam('participantId') participantId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmRegistration({ participantId }, issue));
  }

  @Post(':participantId/contributions/confirmation')
  @CommandEndpoint({
    summary: 'Confirm payments that others entered long after they were made',
    description: 'By a second person; no claim is approved on them before.',
    roles: confirmersOf('CONTRIBUTION'),
  })
  confirmContributions(
    @IdParam('participantId') participantId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmContributions({ participantId }, issue));
  }

  @Post(':participantId/death/confirmation')
  @CommandEndpoint({
    summary: 'Confirm a death that somebody else entered long after it happened',
    description: 'By a second person; no claim is approved on it before.',
    roles: confirmersOf('DEATH'),
  })
  confirmDeath(
    @IdParam('participantId') participantId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmDeath({ participantId }, issue));
  }

  @Post(':participantId/family/confirmation')
  @CommandEndpoint({
    summary: 'Confirm children and heirs that others named long after the death',
    description: 'By a second person; no claim is approved and no scholarship granted on them before.',
    roles: confirmersOf('FAMILY'),
  })
  confirmFamily(
    @IdParam('participantId') participantId: string,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ConfirmFamily({ participantId }, issue));
  }
}
