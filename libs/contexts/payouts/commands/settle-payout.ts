import { command } from '#runtime';
import { settlePayout } from '../domain/settle-payout.js';
import { payouts } from '../domain/payout.js';

export const SettlePayout = command('SettlePayout', payouts, 'payoutId', settlePayout);
