import { command } from '#runtime';
import { takeClaimOver } from '../domain/take-claim-over.js';
import { claims } from '../domain/claim.js';
import { basisOfClaim } from '../programmes/index.js';
import { ownClaim } from './in-sight.js';

export const TakeClaimOver = command('TakeClaimOver', claims, 'claimId', takeClaimOver, {
  facts: basisOfClaim,
  permit: ownClaim,
});
