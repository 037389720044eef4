import type { NoteInvoiceApartInput, NoteInvoiceGivenUpInput } from '#contexts/accidents/facts';
import type { Caused, Process } from '#kernel';
import type { InvoicePassedOn } from '../domain/approval.events.js';
import type { InvoiceRevised, InvoiceSubmitted, InvoiceWithdrawn } from '../domain/billing.events.js';

/**
 * An invoice that came with its lines is paid here: its accident is told, so that nobody records the same care there as well; and where it
 * was taken back or passed on, so that somebody can. One that comes again is told anew.
 */
export const invoicesApart: Process<
  InvoiceSubmitted | InvoiceRevised | InvoiceWithdrawn | InvoicePassedOn,
  { readonly NoteInvoiceApart: NoteInvoiceApartInput; readonly NoteInvoiceGivenUp: NoteInvoiceGivenUpInput }
> = {
  name: 'invoices-apart',
  version: 1,
  categories: ['billing'],
  on: { InvoiceSubmitted: noted, InvoiceRevised: noted, InvoiceWithdrawn: givenUp, InvoicePassedOn: givenUp },
};

function noted({ data }: Caused<InvoiceSubmitted | InvoiceRevised>) {
  const { accidentId, invoiceId, facilityId, invoiceNumber, admittedOn, dischargedOn, totalIdr } = data;
  const input = { accidentId, facilityId, invoiceNumber, admittedOn, dischargedOn, invoiceIdr: totalIdr };
  return [{ key: invoiceId, command: 'NoteInvoiceApart' as const, input }];
}

function givenUp({ data: { accidentId, invoiceId } }: Caused<InvoiceWithdrawn | InvoicePassedOn>) {
  return [{ key: invoiceId, command: 'NoteInvoiceGivenUp' as const, input: { accidentId, invoiceId } }];
}
