import { type Rupiah, rupiah, sumRupiah } from '#kernel';
import type { BillingState } from './billing.js';
import { paidOf } from './invoice.js';
import type { InvoiceFacts } from './invoice-facts.js';

/**
 * What somebody who approves an invoice is compared with, for the approval and for the step that waits for it: what is paid of it now, with
 * what was paid of all invoices of the accident and what its claim pays of care. They count together, so nobody splits what is above their
 * authority.
 */
export const careWeighed = (
  nowIdr: Rupiah,
  { invoices }: BillingState,
  { accident: { care } }: Pick<InvoiceFacts, 'accident'>,
): Rupiah =>
  sumRupiah([nowIdr, ...invoices.map(paidOf), ...care.map(({ invoiceIdr }) => rupiah(invoiceIdr))]);
