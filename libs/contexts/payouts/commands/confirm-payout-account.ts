import { command } from '#runtime';
import { confirmPayoutAccount } from '../domain/confirm-payout-account.js';
import { payouts } from '../domain/payout.js';
import { hasNoInterest } from './who-acts.js';

export const ConfirmPayoutAccount = command(
  'ConfirmPayoutAccount',
  payouts,
  'payoutId',
  confirmPayoutAccount,
  { permit: hasNoInterest },
);
