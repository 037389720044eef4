import { StreamCommand, commandHandler } from '#runtime';
import { type CorrectPayoutAccountInput, correctPayoutAccount } from '../domain/correct-payout-account.js';
import { payouts } from '../domain/payout.js';

export class CorrectPayoutAccount extends StreamCommand<CorrectPayoutAccountInput> {
  readonly commandName = 'CorrectPayoutAccount';
}

export const CorrectPayoutAccountHandler = commandHandler(
  CorrectPayoutAccount,
  payouts,
  'payoutId',
  correctPayoutAccount,
);
