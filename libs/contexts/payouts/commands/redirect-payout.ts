import { command } from '#runtime';
import { orderedPayouts, redirectPayout } from '../domain/redirect-payout.js';
import { paidInstead } from './paid-for.js';
import { mayRedirect } from './who-acts.js';

export const RedirectPayout = command('RedirectPayout', orderedPayouts, 'payoutId', redirectPayout, {
  facts: paidInstead,
  permit: mayRedirect,
});
