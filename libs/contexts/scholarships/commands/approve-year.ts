import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { type ApproveYearInput, approveYear } from '../domain/approve-year.js';
import { scholarships } from '../domain/scholarship.js';

export class ApproveYear extends StreamCommand<ApproveYearInput> {
  readonly commandName = 'ApproveYear';
}

@CommandHandler(ApproveYear)
export class ApproveYearHandler implements ICommandHandler<ApproveYear> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: ApproveYear) {
    return this.decisions.make(command, scholarships, command.input.scholarshipId, approveYear);
  }
}
