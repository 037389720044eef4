import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { entitledByDeath } from '#contexts/claims/contracts';
import { type CommandResult, EventStore } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { grantScholarship } from '../domain/grant-scholarship.js';
import { scholarship } from '../domain/scholarship.js';
import type { NamedChild } from '../processes/late-children.js';
import type { ScholarshipGrant } from '../processes/scholarship-grants.js';
import { scholarshipIdOf } from '../scholarship-id.js';
import { scholarshipStream } from '../streams.js';

/** Only the process late-children sends it. Nothing follows where no death claim is approved, or it gives none. */
export class GrantLateScholarship extends Command<CommandResult> {
  constructor(
    readonly input: NamedChild,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GrantLateScholarship)
export class GrantLateScholarshipHandler implements ICommandHandler<GrantLateScholarship> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
  ) {}

  async execute(command: GrantLateScholarship): Promise<CommandResult> {
    const grant = await this.grantFor(command.input);
    const scholarshipId = scholarshipIdOf(command.input);
    return this.runner.handle(command, {
      streamId: scholarshipStream(scholarshipId),
      decider: scholarship,
      decide: (state) => (grant ? grantScholarship({ ...grant, scholarshipId }, state) : []),
    });
  }

  private async grantFor({
    participantId,
    childId,
    namedOn,
  }: NamedChild): Promise<ScholarshipGrant | undefined> {
    const approved = await entitledByDeath(this.store, participantId);
    const place = approved?.children.findIndex((child) => child.childId === childId) ?? -1;
    const child = approved?.children[place];
    if (!approved || !child) return undefined;
    const { claimId, eventDate } = approved;
    return { ...child, claimId, participantId, place: place + 1, eventDate, grantedOn: namedOn };
  }
}
