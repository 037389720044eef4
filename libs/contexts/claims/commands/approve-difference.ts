import { command } from '#runtime';
import { claimsAfterApproval } from '../domain/claim-after-approval.js';
import { approveDifference } from '../domain/approve-difference.js';
import { byDelegation } from './by-delegation.js';
import { withHeirs } from './heirs-on-record.js';
import { mayDecide } from './may-act.js';

export const ApproveDifference = command(
  'ApproveDifference',
  claimsAfterApproval,
  'claimId',
  approveDifference,
  { facts: byDelegation(({ claim }, read) => withHeirs(claim, read)), permit: mayDecide },
);
