import { StreamCommand, commandHandler } from '#runtime';
import { type SettlePayoutInput, settlePayout } from '../domain/settle-payout.js';
import { payouts } from '../domain/payout.js';

export class SettlePayout extends StreamCommand<SettlePayoutInput> {
  readonly commandName = 'SettlePayout';
}

export const SettlePayoutHandler = commandHandler(SettlePayout, payouts, 'payoutId', settlePayout);
