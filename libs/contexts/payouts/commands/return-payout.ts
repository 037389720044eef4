import { StreamCommand, commandHandler } from '#runtime';
import { type ReturnPayoutInput, returnPayout } from '../domain/return-payout.js';
import { payouts } from '../domain/payout.js';

export class ReturnPayout extends StreamCommand<ReturnPayoutInput> {
  readonly commandName = 'ReturnPayout';
}

export const ReturnPayoutHandler = commandHandler(ReturnPayout, payouts, 'payoutId', returnPayout);
