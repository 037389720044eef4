import { command } from '#runtime';
import { billingOfClaims, nameAccident } from '../domain/late-invoices.js';

/** Only the process billing sends it. */
export const NameAccident = command('NameAccident', billingOfClaims, 'claimId', nameAccident);
