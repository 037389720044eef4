import type { Reading } from '#kernel';
import { command } from '#runtime';
import {
  type OrderedPayout,
  type RedirectFacts,
  orderedPayouts,
  redirectPayout,
} from '../domain/redirect-payout.js';
import { awaitedOf, paidInstead } from './paid-for.js';
import { mayRedirect } from './who-acts.js';

export const RedirectPayout = command('RedirectPayout', orderedPayouts, 'payoutId', redirectPayout, {
  facts: whatToRedirect,
  permit: mayRedirect,
});

async function whatToRedirect(of: OrderedPayout, read: Reading): Promise<RedirectFacts> {
  const facts = await paidInstead(of, read);
  return of.order ? { ...facts, ...(await awaitedOf(of.order.source, read)) } : facts;
}
