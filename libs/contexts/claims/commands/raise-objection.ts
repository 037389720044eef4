import { command } from '#runtime';
import { claimsAfterDecision } from '../domain/claim-after-decision.js';
import { raiseObjection } from '../domain/raise-objection.js';
import { actsInSight } from './may-act.js';

export const RaiseObjection = command('RaiseObjection', claimsAfterDecision, 'claimId', raiseObjection, {
  permit: ({ after: { claim } }, read, input, context) => actsInSight(claim, read, input, context),
});
