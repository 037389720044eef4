import { command } from '#runtime';
import { reopenClaim } from '../domain/reopen-claim.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';

export const ReopenClaim = command('ReopenClaim', claims, 'claimId', reopenClaim, {
  facts: basisOfClaim,
});
