import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { issueGuaranteeLetter } from '../domain/issue-guarantee-letter.js';
import { mayDecide } from './may-decide.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export const IssueGuaranteeLetter = command(
  'IssueGuaranteeLetter',
  accidents,
  'accidentId',
  issueGuaranteeLetter,
  { facts: plkkLetterFacts, permit: mayDecide },
);
