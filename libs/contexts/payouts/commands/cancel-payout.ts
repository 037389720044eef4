import { command } from '#runtime';
import { cancelPayout } from '../domain/cancel-payout.js';
import { payouts } from '../domain/payout.js';
import { paidFor } from './paid-for.js';
import { mayGiveUp } from './who-acts.js';

export const CancelPayout = command('CancelPayout', payouts, 'payoutId', cancelPayout, {
  facts: paidFor,
  permit: mayGiveUp,
});
