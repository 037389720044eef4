import { StreamCommand, commandHandler } from '#runtime';
import { type AcceptPayoutInput, acceptPayout } from '../domain/accept-payout.js';
import { payouts } from '../domain/payout.js';

export class AcceptPayout extends StreamCommand<AcceptPayoutInput> {
  readonly commandName = 'AcceptPayout';
}

export const AcceptPayoutHandler = commandHandler(AcceptPayout, payouts, 'payoutId', acceptPayout);
