import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { grantScholarship } from '../domain/grant-scholarship.js';
import { scholarships } from '../domain/scholarship.js';
import type { ScholarshipGrant } from '../processes/scholarship-grants.js';
import { scholarshipIdOf } from '../scholarship-id.js';

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
