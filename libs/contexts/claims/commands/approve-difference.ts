import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { approveDifference } from '../domain/reassess-claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { byDelegation } from './by-delegation.js';
import { mayDecide } from './may-act.js';

export const ApproveDifference = command(
  'ApproveDifference',
  claimsAfterApproval,
  'claimId',
  approveDifference,
  { facts: byDelegation(({ claim }, read) => basisOfClaim(claim, read)), permit: mayDecide },
);
