import { command } from '#runtime';
import { receivables, recordReceivable, settleReceivable, waiveReceivable } from '../domain/receivable.js';

/** Only the process receivables sends it. */
export const RecordReceivable = command('RecordReceivable', receivables, 'receivableId', recordReceivable);

export const SettleReceivable = command('SettleReceivable', receivables, 'receivableId', settleReceivable);

export const WaiveReceivable = command('WaiveReceivable', receivables, 'receivableId', waiveReceivable);
