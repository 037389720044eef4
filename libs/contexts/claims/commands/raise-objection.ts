import { command } from '#runtime';
import { claimsAfterDecision } from '../domain/claim-after-decision.js';
import { raiseObjection } from '../domain/raise-objection.js';
import { claimInSight } from './in-sight.js';

export const RaiseObjection = command('RaiseObjection', claimsAfterDecision, 'claimId', raiseObjection, {
  permit: ({ after: { claim } }, read, input, context) => claimInSight(claim, read, input, context),
});
