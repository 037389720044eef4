import { command } from '#runtime';
import { takeReferences } from '../domain/bank-reference.js';
import { confirmSettlement, refuseSettlement } from '../domain/late-settlement.js';
import { payouts } from '../domain/payout.js';
import { hasNoInterest } from './who-acts.js';

/** Refuses `BANK_REFERENCE_USED` beside what the decision refuses. */
export const ConfirmSettlement = command('ConfirmSettlement', payouts, 'payoutId', confirmSettlement, {
  first: takeReferences,
  permit: hasNoInterest,
});

export const RefuseSettlement = command('RefuseSettlement', payouts, 'payoutId', refuseSettlement, {
  permit: hasNoInterest,
});
