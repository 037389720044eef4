import { StreamCommand, commandHandler } from '#runtime';
import { type NameAccidentInput, billingOfClaims, nameAccident } from '../domain/late-invoices.js';

/** Only the process billing sends it. */
export class NameAccident extends StreamCommand<NameAccidentInput> {
  readonly commandName = 'NameAccident';
}

export const NameAccidentHandler = commandHandler(NameAccident, billingOfClaims, 'claimId', nameAccident);
