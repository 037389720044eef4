import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { reopenClaim } from '../domain/reopen-claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { byDelegation } from './by-delegation.js';
import { mayDecide } from './may-act.js';

export const ReopenClaim = command('ReopenClaim', claimsAfterApproval, 'claimId', reopenClaim, {
  facts: byDelegation(({ claim }, read) => basisOfClaim(claim, read)),
  permit: mayDecide,
});
