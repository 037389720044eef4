import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type CloseBillingInput, closeBilling } from '../domain/close-billing.js';

/** Only a process sends it: that a claim was approved is known on a higher floor. */
export class CloseBilling extends StreamCommand<CloseBillingInput> {
  readonly commandName = 'CloseBilling';
}

export const CloseBillingHandler = commandHandler(CloseBilling, accidents, 'accidentId', closeBilling);
