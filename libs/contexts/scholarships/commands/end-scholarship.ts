import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type EndScholarshipInput, endScholarship } from '../domain/end-scholarship.js';
import { scholarships } from '../domain/scholarship.js';

export class EndScholarship extends StreamCommand<EndScholarshipInput> {
  readonly commandName = 'EndScholarship';
}

@CommandHandler(EndScholarship)
export class EndScholarshipHandler implements ICommandHandler<EndScholarship> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: EndScholarship) {
    return this.decisions.make(command, scholarships, command.input.scholarshipId, endScholarship);
  }
}
