import { accidentFacts } from '#contexts/accidents/facts';
import type { Reading } from '#kernel';
import { StreamCommand, commandHandler } from '#runtime';
import {
  type BillingOfClaim,
  type KnownInvoice,
  type NoteLateInvoicesInput,
  billingOfClaims,
  noteLateInvoices,
} from '../domain/late-invoices.js';

/** Only the process late-invoices sends it. */
export class NoteLateInvoices extends StreamCommand<NoteLateInvoicesInput> {
  readonly commandName = 'NoteLateInvoices';
}

export const NoteLateInvoicesHandler = commandHandler(
  NoteLateInvoices,
  billingOfClaims,
  'claimId',
  noteLateInvoices,
  invoicesOf,
);

/** Those of the accident, where the claim is approved and is for one. */
async function invoicesOf({ accidentId, approval }: BillingOfClaim, read: Reading): Promise<KnownInvoice[]> {
  if (!approval || accidentId === undefined) return [];
  const { care, reimbursements } = await accidentFacts(read, accidentId);
  return [...care, ...reimbursements];
}
