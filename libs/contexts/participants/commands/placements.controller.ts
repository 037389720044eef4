import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandResult } from '#event-store';
import { CommandEndpoint, IdParam, Issued } from '#http';
import { confirmersOf } from '#law';
import type { Issue } from '#runtime';
import { placementIdOf } from '../domain/placement.js';
import { type MayBeKnown, PersonsAlike, mayBeKnown } from '../domain/persons-alike.js';
import { FindOwnerOfNik } from './find-owner-of-nik.js';
import { ConfirmPlacement, LeaveProject, PlaceWorker, PlaceWorkerHandler } from './place-worker.js';
import { LeaveProjectBody, PlaceWorkerBody } from './placements.fields.js';

@ApiTags('projects')
@Controller()
export class PlacementsController {
  static readonly handlers = [ConfirmPlacement.handler, LeaveProject.handler, PlaceWorkerHandler];

  constructor(
    private readonly commands: CommandBus,
    private readonly alike: PersonsAlike,
  ) {}

  @Post('projects/:projectId/workers')
  @CommandEndpoint({
    summary: 'Name a worker of a construction project',
    description:
      'Registers the person as a participant if this NIK is not. The answer names `participantId`, and under `mayBeKnownBy` why somebody else who is registered may be the same person; its `id` is the placement.',
    roles: ['registrar'],
    creates: true,
  })
  async place(
    @IdParam('projectId') projectId: string,
    @Body() body: PlaceWorkerBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult & MayBeKnown & { participantId: string }> {
    const owner = await this.commands.execute(new FindOwnerOfNik(body.person.nik));
    const { participantId } = owner;
    const placementId = placementIdOf(participantId, projectId);
    const command = new PlaceWorker({ ...body, projectId, ...owner, placementId }, issue);
    const result = await this.commands.execute(command);
    return { ...result, participantId, ...(await mayBeKnown(this.alike, { ...body.person, participantId })) };
  }

  @Post('placements/:placementId/leaving')
  @CommandEndpoint({ summary: 'Report that a worker left a construction project', roles: ['registrar'] })
  leave(
    @IdParam('placementId') placementId: string,
    @Body() body: LeaveProjectBody,
    @Issued() issue: Issue,
  ): Promise<CommandResult> {
    return this.commands.execute(new LeaveProject({ ...body, placementId }, issue));
  }

  @Post('placements/:placementId/confirmation')
  @CommandEndpoint({
    summary: 'Confirm a first or a last day on a project that others entered late',
    description:
      'By a second person, by the pay list or the supervisor’s statement; it does not hold before.',
    roles: confirmersOf('MEMBERSHIP'),
  })
  confirm(@IdParam('placementId') placementId: string, @Issued() issue: Issue): Promise<CommandResult> {
    return this.commands.execute(new ConfirmPlacement({ placementId }, issue));
  }
}
