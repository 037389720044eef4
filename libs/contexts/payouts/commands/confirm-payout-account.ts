import { command } from '#runtime';
import { confirmPayoutAccount } from '../domain/confirm-payout-account.js';
import { payouts } from '../domain/payout.js';

export const ConfirmPayoutAccount = command(
  'ConfirmPayoutAccount',
  payouts,
  'payoutId',
  confirmPayoutAccount,
);
