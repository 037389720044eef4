import { command } from '#runtime';
import { approveInterim, dropInterim } from '../domain/approve-interim.js';
import { calculateInterim } from '../domain/calculate-interim.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { byDelegation, delegationFor } from './by-delegation.js';
import { withHeirs } from './heirs-on-record.js';
import { mayAct, mayDecide } from './may-act.js';

export const CalculateInterim = command('CalculateInterim', claims, 'claimId', calculateInterim, {
  facts: basisOfClaim,
  permit: mayAct,
});

export const ApproveInterim = command('ApproveInterim', claims, 'claimId', approveInterim, {
  facts: byDelegation(withHeirs),
  permit: mayDecide,
});

export const DropInterim = command('DropInterim', claims, 'claimId', dropInterim, {
  facts: delegationFor,
  permit: mayDecide,
});
