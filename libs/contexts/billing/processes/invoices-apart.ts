import type { NoteInvoiceApartInput } from '#contexts/accidents/facts';
import type { Caused, Process } from '#kernel';
import type { InvoiceRevised, InvoiceSubmitted } from '../domain/billing.events.js';

/** An invoice that came with its lines is paid here: its accident is told, so that nobody records the same care there as well. */
export const invoicesApart: Process<
  InvoiceSubmitted | InvoiceRevised,
  { readonly NoteInvoiceApart: NoteInvoiceApartInput }
> = {
  name: 'invoices-apart',
  version: 1,
  categories: ['billing'],
  on: { InvoiceSubmitted: noted, InvoiceRevised: noted },
};

function noted({ data }: Caused<InvoiceSubmitted | InvoiceRevised>) {
  const { accidentId, invoiceId, facilityId, invoiceNumber, admittedOn, dischargedOn, totalIdr } = data;
  const input = { accidentId, facilityId, invoiceNumber, admittedOn, dischargedOn, invoiceIdr: totalIdr };
  return [{ key: invoiceId, command: 'NoteInvoiceApart' as const, input }];
}
