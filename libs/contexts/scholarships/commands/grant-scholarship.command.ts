import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandResult } from '#event-store';
import type { CommandContext } from '#kernel';
import { CommandRunner } from '#runtime';
import { grantScholarship } from '../domain/grant-scholarship.js';
import { scholarship } from '../domain/scholarship.js';
import type { ScholarshipGrant } from '../processes/scholarship-grants.js';
import { scholarshipIdOf } from '../scholarship-id.js';
import { scholarshipStream } from '../streams.js';

/** Only the process scholarship-grants sends it: the right follows from an approved claim. */
export class GrantScholarship extends Command<CommandResult> {
  constructor(
    readonly input: ScholarshipGrant,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GrantScholarship)
export class GrantScholarshipHandler implements ICommandHandler<GrantScholarship> {
  constructor(private readonly runner: CommandRunner) {}

  execute(command: GrantScholarship): Promise<CommandResult> {
    const scholarshipId = scholarshipIdOf(command.input);
    return this.runner.handle(command, {
      streamId: scholarshipStream(scholarshipId),
      decider: scholarship,
      decide: (state) => grantScholarship({ ...command.input, scholarshipId }, state),
    });
  }
}
