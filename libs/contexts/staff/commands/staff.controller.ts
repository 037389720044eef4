import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, CurrentActor, IdParam, Issued } from '#http';
import { AUTHORITY_LEVELS, type Actor, derivedId } from '#kernel';
import type { Issue } from '#runtime';
import { OFFICER_ROLES } from '../domain/officer.events.js';
import { officerIdOf } from '../domain/officer.js';
import {
  DelegateAuthority,
  EndAbsence,
  LeaveOffice,
  ListOfficer,
  ReportAbsence,
  RevokeDelegation,
} from './staff.js';
import {
  DelegateAuthorityBody,
  EndAbsenceBody,
  ListOfficerBody,
  ReportAbsenceBody,
  RevokeDelegationBody,
} from './staff.fields.js';

@ApiTags('staff')
@Controller('staff')
export class StaffController {
  static readonly handlers = [
    DelegateAuthority.handler,
    EndAbsence.handler,
    LeaveOffice.handler,
    ListOfficer.handler,
    ReportAbsence.handler,
    RevokeDelegation.handler,
  ];

  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandEndpoint({
    summary: 'Say that somebody works at an office, and what they do and know',
    description:
      'So that work is given to whoever can do it. It gives nobody a right: what somebody may do, their token says. Said again, the newest counts.',
    roles: ['supervisor'],
    creates: true,
  })
  list(
    @Body() { level: wanted, office, ...body }: ListOfficerBody,
    @CurrentActor() actor: Actor,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const level = AUTHORITY_LEVELS.find((one) => one === wanted);
    const officerId = officerIdOf(body.workerId);
    return this.commands.execute(
      new ListOfficer(
        { ...body, officerId, office: office ?? actor.office, ...(level !== undefined && { level }) },
        issue,
      ),
    );
  }

  @Post(':officerId/leaving')
  @CommandEndpoint({
    summary: 'Say that somebody does not work there any more',
    description: 'What they had taken is there for others; their absences and delegations end.',
    roles: ['supervisor'],
  })
  leave(@IdParam('officerId') officerId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new LeaveOffice({ officerId }, issue));
  }

  @Post(':officerId/absences')
  @CommandEndpoint({
    summary: 'Say that you are away, or a supervisor of somebody else',
    description:
      'The stand-in finds your work in their queue meanwhile; without one whoever can do it may take it. Nothing new is given to you.',
    roles: OFFICER_ROLES,
  })
  away(
    @IdParam('officerId') officerId: string,
    @Body() body: ReportAbsenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const absenceId = derivedId('absence', issue.context.commandId);
    return this.commands.execute(new ReportAbsence({ ...body, officerId, absenceId }, issue));
  }

  @Post(':officerId/absences/end')
  @CommandEndpoint({
    summary: 'Say that somebody is back before their last day, or does not go after all',
    roles: OFFICER_ROLES,
  })
  back(
    @IdParam('officerId') officerId: string,
    @Body() { absenceId }: EndAbsenceBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new EndAbsence({ officerId, absenceId }, issue));
  }

  @Post(':officerId/delegations')
  @CommandEndpoint({
    summary: 'Have a supervisor of another office decide on claims of yours',
    description:
      'By the head of the office whose claims they are (level 3 or above), from a day to a day. They decide as far as they do at home.',
    roles: ['supervisor'],
  })
  delegate(
    @IdParam('officerId') officerId: string,
    @Body() { office, ...days }: DelegateAuthorityBody,
    @CurrentActor() actor: Actor,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const delegationId = derivedId('delegation', issue.context.commandId);
    const of = { officerId, delegationId, office: office ?? actor.office };
    return this.commands.execute(new DelegateAuthority({ ...of, ...days }, issue));
  }

  @Post(':officerId/delegations/revocation')
  @CommandEndpoint({
    summary: 'Take a delegation back: from today on it is over',
    roles: ['supervisor'],
  })
  revoke(
    @IdParam('officerId') officerId: string,
    @Body() { delegationId }: RevokeDelegationBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RevokeDelegation({ officerId, delegationId }, issue));
  }
}
