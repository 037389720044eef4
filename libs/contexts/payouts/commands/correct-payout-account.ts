import { command } from '#runtime';
import { correctPayoutAccount } from '../domain/correct-payout-account.js';
import { payouts } from '../domain/payout.js';
import { hasNoInterest } from './who-acts.js';

export const CorrectPayoutAccount = command(
  'CorrectPayoutAccount',
  payouts,
  'payoutId',
  correctPayoutAccount,
  { permit: hasNoInterest },
);
