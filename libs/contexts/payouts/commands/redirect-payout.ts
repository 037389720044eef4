import { command } from '#runtime';
import { orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { paidInstead } from './paid-for.js';

export const RedirectPayout = command('RedirectPayout', orderedPayouts, 'payoutId', redirectPayout, {
  facts: paidInstead,
});
