import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { reassessClaim, sayDifference } from '../domain/reassess-claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { mayAct } from './may-act.js';

export const ReassessClaim = command('ReassessClaim', claimsAfterApproval, 'claimId', reassessClaim, {
  facts: ({ claim }, read) => basisOfClaim(claim, read),
  permit: mayAct,
});

export const SayDifference = command('SayDifference', claimsAfterApproval, 'claimId', sayDifference, {
  facts: ({ claim }, read) => basisOfClaim(claim, read),
  permit: mayAct,
});
