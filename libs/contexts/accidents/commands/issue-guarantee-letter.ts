import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Decisions, StreamCommand } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssueGuaranteeLetterInput, issueGuaranteeLetter } from '../domain/issue-guarantee-letter.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export class IssueGuaranteeLetter extends StreamCommand<IssueGuaranteeLetterInput> {
  readonly commandName = 'IssueGuaranteeLetter';
}

@CommandHandler(IssueGuaranteeLetter)
export class IssueGuaranteeLetterHandler implements ICommandHandler<IssueGuaranteeLetter> {
  constructor(private readonly decisions: Decisions) {}

  execute(command: IssueGuaranteeLetter) {
    const facts = plkkLetterFacts(command.issue.context.today);
    return this.decisions.make(command, accidents, command.input.accidentId, issueGuaranteeLetter, facts);
  }
}
