import { command } from '#runtime';
import { cancelClaim } from '../domain/cancel-claim.js';
import { claims } from '../domain/claim.js';

export const CancelClaim = command('CancelClaim', claims, 'claimId', cancelClaim);
