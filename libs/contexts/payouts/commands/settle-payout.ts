import { command } from '#runtime';
import { settlePayout } from '../domain/settle-payout.js';
import { takeReferences } from '../domain/bank-reference.js';
import { payouts } from '../domain/payout.js';

/** Refuses `BANK_REFERENCE_USED` beside what the decision refuses. */
export const SettlePayout = command('SettlePayout', payouts, 'payoutId', settlePayout, {
  first: takeReferences,
});
