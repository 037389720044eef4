import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssuePlkkReferralInput, issuePlkkReferral } from '../domain/issue-plkk-referral.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export class IssuePlkkReferral extends StreamCommand<IssuePlkkReferralInput> {
  readonly commandName = 'IssuePlkkReferral';
}

@CommandHandler(IssuePlkkReferral)
export class IssuePlkkReferralHandler implements ICommandHandler<IssuePlkkReferral> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: IssuePlkkReferral) {
    const facts = plkkLetterFacts(command.issue.context.today);
    return this.decisions.make(command, accidents, command.input.accidentId, issuePlkkReferral, facts);
  }
}
