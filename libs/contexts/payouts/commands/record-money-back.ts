import { command } from '#runtime';
import { takeReferences } from '../domain/bank-reference.js';
import { payouts } from '../domain/payout.js';
import { recordMoneyBack } from '../domain/record-money-back.js';
import { hasNoInterest } from './who-acts.js';

/** Refuses `BANK_REFERENCE_USED` beside what the decision refuses: one transfer that comes in is the money back of one payment. */
export const RecordMoneyBack = command('RecordMoneyBack', payouts, 'payoutId', recordMoneyBack, {
  first: takeReferences,
  permit: hasNoInterest,
});
