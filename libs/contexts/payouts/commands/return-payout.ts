import { command } from '#runtime';
import { returnPayout } from '../domain/return-payout.js';
import { payouts } from '../domain/payout.js';

export const ReturnPayout = command('ReturnPayout', payouts, 'payoutId', returnPayout);
