import { command } from '#runtime';
import { withdrawClaim } from '../domain/withdraw-claim.js';
import { claims } from '../domain/claim.js';
import { actsOnOwn } from './may-act.js';

export const WithdrawClaim = command('WithdrawClaim', claims, 'claimId', withdrawClaim, {
  permit: actsOnOwn,
});
