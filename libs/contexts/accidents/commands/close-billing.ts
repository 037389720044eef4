import { command } from '#runtime';
import { accidents } from '../domain/accident.js';
import { closeBilling } from '../domain/close-billing.js';

/** Only a process sends it: that a claim was approved is known on a higher floor. */
export const CloseBilling = command('CloseBilling', accidents, 'accidentId', closeBilling);
