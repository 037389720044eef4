import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type ScholarshipGrant, grantScholarship } from '../domain/grant-scholarship.js';
import { scholarshipIdOf, scholarships } from '../domain/scholarship.js';

/** Only the process scholarship-grants sends it: the right follows from an approved claim. */
export class GrantScholarship extends StreamCommand<ScholarshipGrant> {
  readonly commandName = 'GrantScholarship';
}

@CommandHandler(GrantScholarship)
export class GrantScholarshipHandler implements ICommandHandler<GrantScholarship> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: GrantScholarship) {
    const scholarshipId = scholarshipIdOf(command.input);
    return this.decisions.make(command, scholarships, scholarshipId, (input, state) =>
      grantScholarship({ ...input, scholarshipId }, state),
    );
  }
}
