import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { issuePlkkReferral } from '../domain/issue-plkk-referral.js';
import { decidesInSight } from './may-decide.js';
import { plkkLetterFacts } from './plkk-letter-facts.js';

export const IssuePlkkReferral = command('IssuePlkkReferral', accidents, 'accidentId', issuePlkkReferral, {
  facts: plkkLetterFacts,
  permit: decidesInSight,
});
