import { command } from '#runtime';
import { payouts } from '../domain/payout.js';
import { recordPartBack } from '../domain/record-part-back.js';

export const RecordPartBack = command('RecordPartBack', payouts, 'payoutId', recordPartBack);
