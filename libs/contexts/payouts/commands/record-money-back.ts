import { command } from '#runtime';
import { payouts } from '../domain/payout.js';
import { recordMoneyBack } from '../domain/record-money-back.js';

export const RecordMoneyBack = command('RecordMoneyBack', payouts, 'payoutId', recordMoneyBack);
