import { view } from '#kernel';
import type { BillingEvent, InvoiceCredited } from './billing.events.js';
import { billings } from './billing.js';

/** A note by which an invoice was credited. */
export type CreditNote = Pick<InvoiceCredited['data'], 'invoiceId' | 'reference'>;

/** The same streams as `billings`: every note by which an invoice of the accident was credited. */
export const creditNotes = view<readonly CreditNote[], BillingEvent>(billings, {
  initial: [],
  evolve: (notes, { type, data }) =>
    type === 'InvoiceCredited' ? [...notes, { invoiceId: data.invoiceId, reference: data.reference }] : notes,
});
