import { command } from '#runtime';
import { withdrawClaim } from '../domain/withdraw-claim.js';
import { claims } from '../domain/claim.js';
import { ownClaim } from './in-sight.js';

export const WithdrawClaim = command('WithdrawClaim', claims, 'claimId', withdrawClaim, {
  permit: ownClaim,
});
