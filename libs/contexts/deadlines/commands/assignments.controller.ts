import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { OFFICER_ROLES } from '#contexts/staff/facts';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, CurrentActor, Issued, asked, shape } from '#http';
import type { Actor } from '#kernel';
import type { Issue } from '#runtime';
import { DEADLINE_SUBJECTS } from '../domain/deadline.events.js';
import { deadlineIdOf } from '../domain/deadline.js';
import { SLOTS } from '../steps/step-folds.js';
import { AssignStep, ReleaseStep } from './assignments.js';

const OF_STEP = {
  kind: asked.code(DEADLINE_SUBJECTS),
  subjectId: asked.uuid({ description: 'The claim, accident, payment …, as `GET /work` names it' }),
  slot: asked.code(SLOTS, { description: 'Which of its steps, as `GET /work` names it' }),
  within: asked.uuid({ optional: true, description: 'As `GET /work` names it, where it does' }),
};

export class AssignStepBody extends shape({
  ...OF_STEP,
  ownerId: asked.paperNumber({
    max: 100,
    optional: true,
    description: 'Subject of the token of a listed colleague; you when left out',
  }),
}) {}

export class ReleaseStepBody extends shape(OF_STEP) {}

/** Who of the office does what is to be done. */
@ApiTags('work')
@Controller('work')
export class AssignmentsController {
  static readonly handlers = [AssignStep.handler, ReleaseStep.handler];

  constructor(private readonly commands: CommandBus) {}

  @Post('assignments')
  @CommandEndpoint({
    summary: 'Take a step upon yourself, take it over, or give it to somebody',
    description:
      'A supervisor gives steps to others. What a colleague has taken who is here is theirs until it is late; of somebody who is away, has left or may not do it any more whoever can may take it. It stops nobody: what is open for a role stays open.',
    roles: OFFICER_ROLES,
  })
  assign(
    @Body() { ownerId, ...of }: AssignStepBody,
    @CurrentActor() actor: Actor,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    const deadlineId = deadlineIdOf(of.kind, of.subjectId, of.slot);
    return this.commands.execute(new AssignStep({ ...of, deadlineId, ownerId: ownerId ?? actor.id }, issue));
  }

  @Post('assignments/release')
  @CommandEndpoint({
    summary: 'Give a step back: it is nobody’s again',
    description: 'By whoever has it, or a supervisor of its office.',
    roles: OFFICER_ROLES,
  })
  release(@Body() of: ReleaseStepBody, @Issued() issue: Issue): Promise<CommandResult> {
    const deadlineId = deadlineIdOf(of.kind, of.subjectId, of.slot);
    return this.commands.execute(new ReleaseStep({ ...of, deadlineId }, issue));
  }
}
