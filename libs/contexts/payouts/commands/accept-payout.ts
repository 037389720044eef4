import { command } from '#runtime';
import { acceptPayout } from '../domain/accept-payout.js';
import { takeReferences } from '../domain/bank-reference.js';
import { payouts } from '../domain/payout.js';

/** Refuses `BANK_REFERENCE_USED` beside what the decision refuses. */
export const AcceptPayout = command('AcceptPayout', payouts, 'payoutId', acceptPayout, {
  first: takeReferences,
});
