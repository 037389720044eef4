import type { CommandContext } from '#kernel';
import { command } from '#runtime';
import { type CancelClaimInput, cancelClaim } from '../domain/cancel-claim.js';
import { type ClaimAfterApproval, claimsAfterApproval } from '../domain/claim-after-approval.js';
import type { Basis } from '../domain/programme.js';
import { dropReassessment } from '../domain/drop-reassessment.js';
import { basisOfClaim } from '../programmes/index.js';
import { byDelegation } from './by-delegation.js';
import { mayDecide } from './may-act.js';

/** Of a claim that was approved it gives up what is due beside that. */
export const CancelClaim = command(
  'CancelClaim',
  claimsAfterApproval,
  'claimId',
  (input: CancelClaimInput, state: ClaimAfterApproval, context: CommandContext, basis: Basis) =>
    state.claim.situation === 'APPROVED'
      ? dropReassessment(input, state, context, state.claim, basis)
      : cancelClaim(input, state.claim, context, basis),
  { facts: byDelegation(({ claim }, read) => basisOfClaim(claim, read)), permit: mayDecide },
);
