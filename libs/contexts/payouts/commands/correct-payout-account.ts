import { command } from '#runtime';
import { correctPayoutAccount } from '../domain/correct-payout-account.js';
import { payouts } from '../domain/payout.js';

export const CorrectPayoutAccount = command(
  'CorrectPayoutAccount',
  payouts,
  'payoutId',
  correctPayoutAccount,
);
