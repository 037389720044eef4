import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { projectFacts } from '#contexts/projects/facts';
import { EventStore } from '#event-store';
import type { Reading } from '#kernel';
import { Decisions, type Issue, StreamCommand, command } from '#runtime';
import {
  type PlaceWorkerInput,
  type PlacementFacts,
  confirmPlacement,
  leaveProject,
  placeWorker,
} from '../domain/place-worker.js';
import { placements } from '../domain/placement.js';
import {
  type RegisteredWithWork,
  asRegistered,
  contentWithoutNikId,
  registerWithWork,
  withoutRegistration,
} from './registered-with-work.js';

export interface PlacedWorker extends PlaceWorkerInput, Omit<RegisteredWithWork, 'segment'> {}

/** A worker is named on a project, and is registered as a participant if nobody has done so. */
export class PlaceWorker extends StreamCommand<PlacedWorker> {
  readonly commandName = 'PlaceWorker';

  override get formerContent() {
    return contentWithoutNikId(this.input);
  }
}

@CommandHandler(PlaceWorker)
export class PlaceWorkerHandler implements ICommandHandler<PlaceWorker> {
  constructor(
    private readonly decisions: Decisions,
    readonly commands: CommandBus,
    readonly store: EventStore,
  ) {}

  /** @throws Rejection `PROJECT_NOT_FOUND`, `NIK_OF_ANOTHER`, or as `registerParticipant` and `placeWorker` say */
  async execute(command: PlaceWorker) {
    const { input, issue } = command;
    const facts = (_placement: unknown, read: Reading) => this.factsOf(read, input, issue);
    const { state } = await this.store.stateAndRevision(placements, input.placementId);
    // Nobody is registered for a placement that is refused.
    if (state.situation === 'UNKNOWN') {
      placeWorker(withoutRegistration(input), state, issue.context, await facts(state, this.store));
      await registerWithWork(this, { ...input, segment: 'JAKON' }, issue);
    }
    const place: typeof placeWorker = (asked, placement, context, known) =>
      placeWorker(withoutRegistration(asked as PlacedWorker), placement, context, known);
    return this.decisions.make(command, placements, input.placementId, place, facts);
  }

  private async factsOf(read: Reading, input: PlacedWorker, { context }: Issue): Promise<PlacementFacts> {
    const [project, participant] = await Promise.all([
      projectFacts(read, input.projectId),
      asRegistered(read, { ...input, segment: 'JAKON' }, context),
    ]);
    return { project, participant };
  }
}

export const LeaveProject = command('LeaveProject', placements, 'placementId', leaveProject);

export const ConfirmPlacement = command('ConfirmPlacement', placements, 'placementId', confirmPlacement);
