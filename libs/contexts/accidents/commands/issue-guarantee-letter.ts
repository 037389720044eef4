import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssueGuaranteeLetterInput, issueGuaranteeLetter } from '../domain/issue-guarantee-letter.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export class IssueGuaranteeLetter extends StreamCommand<IssueGuaranteeLetterInput> {
  readonly commandName = 'IssueGuaranteeLetter';
}

export const IssueGuaranteeLetterHandler = commandHandler(
  IssueGuaranteeLetter,
  accidents,
  'accidentId',
  issueGuaranteeLetter,
  plkkLetterFacts,
);
