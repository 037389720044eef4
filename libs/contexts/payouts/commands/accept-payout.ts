import { command } from '#runtime';
import { acceptPayout } from '../domain/accept-payout.js';
import { payouts } from '../domain/payout.js';

export const AcceptPayout = command('AcceptPayout', payouts, 'payoutId', acceptPayout);
