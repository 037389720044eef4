import { command } from '#runtime';
import { denyClaim } from '../domain/deny-claim.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { byDelegation } from './by-delegation.js';
import { mayDecide } from './may-act.js';

export const DenyClaim = command('DenyClaim', claims, 'claimId', denyClaim, {
  facts: byDelegation(basisOfClaim),
  permit: mayDecide,
  formerContent: ({ claimId }) => ({ claimId }),
});
