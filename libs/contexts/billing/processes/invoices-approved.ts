import type { NoteInvoiceApprovedInput } from '#contexts/accidents/facts';
import { type Process, rupiah, totalOf } from '#kernel';
import type { InvoiceApproved } from '../domain/approval.events.js';

/** What was approved here counts for who may approve the claim of the accident: its accident is told. */
export const invoicesApproved: Process<
  InvoiceApproved,
  { readonly NoteInvoiceApproved: NoteInvoiceApprovedInput }
> = {
  name: 'invoices-approved',
  version: 1,
  categories: ['billing'],
  on: {
    InvoiceApproved: ({ id: approvalId, data: { accidentId, invoiceId, payments, payable } }) => {
      const paidIdr = totalOf(payments);
      const approvedIdr = rupiah(paidIdr + (payable?.amountIdr ?? 0));
      const input = { accidentId, invoiceId, approvalId, approvedIdr };
      return approvedIdr > 0 ? [{ key: approvalId, command: 'NoteInvoiceApproved', input }] : [];
    },
  },
};
