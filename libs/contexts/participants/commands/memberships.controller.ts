import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { confirmersOf } from '#law';
import type { Issue } from '#runtime';
import { membershipIdOf } from '../domain/membership.js';
import { type MayBeKnown, PersonsAlike, mayBeKnown } from '../domain/persons-alike.js';
import { FindOwnerOfNik, FindOwnerOfNikHandler } from './find-owner-of-nik.js';
import { JoinEmployer, JoinEmployerHandler } from './join-employer.js';
import { ConfirmMembership, LeaveEmployer, UndoLeaving } from './leave-employer.js';
import {
  JoinEmployerBody,
  LeaveEmployerBody,
  ProlongTermBody,
  RegisterSelfEmploymentBody,
} from './memberships.fields.js';
import { ProlongTerm } from './prolong-term.js';
import { RegisterSelfEmployment, RegisterSelfEmploymentHandler } from './register-self-employment.js';

@ApiTags('memberships')
@Controller()
export class MembershipsController {
  static readonly handlers = [
    ConfirmMembership.handler,
    FindOwnerOfNikHandler,
    JoinEmployerHandler,
    LeaveEmployer.handler,
    ProlongTerm.handler,
    RegisterSelfEmploymentHandler,
    UndoLeaving.handler,
  ];

  constructor(
    private readonly commands: CommandBus,
    private readonly alike: PersonsAlike,
  ) {}

  @Post('employers/:employerId/members')
  @CommandEndpoint({
    summary: 'Report that a wage earner joined an employer',
    description:
      'Registers the person as a participant if this NIK is not. The answer names `participantId`, and under `mayBeKnownBy` why somebody else who is registered may be the same person; its `id` is the membership.',
    roles: ['registrar'],
    creates: true,
  })
  async join(
    @IdParam('employerId') employerId: string,
    @Body() body: JoinEmployerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & MayBeKnown & { participantId: string }> {
    const owner = await this.commands.execute(new FindOwnerOfNik(body.person.nik, employerId));
    const { participantId } = owner;
    const membershipId = membershipIdOf(participantId, employerId);
    const command = new JoinEmployer({ ...body, employerId, ...owner, membershipId }, issue);
    const result = await this.commands.execute(command);
    return { ...result, participantId, ...(await mayBeKnown(this.alike, { ...body.person, participantId })) };
  }

  @Post('memberships/:membershipId/term')
  @CommandEndpoint({
    summary: 'Prolong the time of a worker whom a decree names, by another decree',
    roles: ['registrar'],
  })
  prolong(
    @IdParam('membershipId') membershipId: string,
    @Body() body: ProlongTermBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new ProlongTerm({ ...body, membershipId }, issue));
  }

  @Post('memberships/:membershipId/leaving')
  @CommandEndpoint({ summary: 'Report that a wage earner left', roles: ['registrar'] })
  leave(
    @IdParam('membershipId') membershipId: string,
    @Body() body: LeaveEmployerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new LeaveEmployer({ ...body, membershipId }, issue));
  }

  @Post('memberships/:membershipId/leaving/undo')
  @CommandEndpoint({ summary: 'Take back a leaving that was a mistake', roles: ['registrar'] })
  undoLeaving(@IdParam('membershipId') membershipId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new UndoLeaving({ membershipId }, issue));
  }

  @Post('memberships/:membershipId/confirmation')
  @CommandEndpoint({
    summary: 'Confirm a first or a last day of work that others entered late',
    description: 'By a second person; it does not hold before.',
    roles: confirmersOf('MEMBERSHIP'),
  })
  confirm(@IdParam('membershipId') membershipId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmMembership({ membershipId }, issue));
  }

  @Post('participants/:participantId/self-employment')
  @CommandEndpoint({
    summary: 'Register that a wage earner works for himself as well',
    description:
      'From then on contributions of a BPU can be recorded; cover of this work starts with the first.',
    roles: ['registrar'],
  })
  registerSelfEmployment(
    @IdParam('participantId') participantId: string,
    @Body() body: RegisterSelfEmploymentBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new RegisterSelfEmployment({ ...body, participantId }, issue));
  }
}
