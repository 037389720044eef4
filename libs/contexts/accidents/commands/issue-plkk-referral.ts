import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type IssuePlkkReferralInput, issuePlkkReferral } from '../domain/issue-plkk-referral.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export class IssuePlkkReferral extends StreamCommand<IssuePlkkReferralInput> {
  readonly commandName = 'IssuePlkkReferral';
}

export const IssuePlkkReferralHandler = commandHandler(
  IssuePlkkReferral,
  accidents,
  'accidentId',
  issuePlkkReferral,
  plkkLetterFacts,
);
