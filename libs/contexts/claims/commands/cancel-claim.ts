import { command } from '#runtime';
import { cancelClaim } from '../domain/cancel-claim.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export const CancelClaim = command('CancelClaim', claims, 'claimId', cancelClaim, {
  facts: basisOfClaim,
});
