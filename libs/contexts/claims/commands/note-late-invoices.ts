import { accidentFacts } from '#contexts/accidents/facts';
import type { Reading } from '#kernel';
import { command } from '#runtime';
import {
  type BillingOfClaim,
  type KnownInvoice,
  billingOfClaims,
  noteLateInvoices,
} from '../domain/late-invoices.js';

/** Only the process late-invoices sends it. */
export const NoteLateInvoices = command('NoteLateInvoices', billingOfClaims, 'claimId', noteLateInvoices, {
  facts: invoicesOf,
});

/** Those of the accident, where the claim is approved and is for one. */
async function invoicesOf({ accidentId, approval }: BillingOfClaim, read: Reading): Promise<KnownInvoice[]> {
  if (!approval || accidentId === undefined) return [];
  const { care, reimbursements } = await accidentFacts(read, accidentId);
  return [...care, ...reimbursements];
}
