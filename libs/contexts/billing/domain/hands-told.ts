import { type HandsTold, handTold } from '#kernel';
import type { BillingEvent } from './billing.events.js';

/** Who verified or approved an invoice, or said to which account it is repaid: they do not pay it. */
export const handsToldOfInvoices: HandsTold<BillingEvent> = {
  InvoiceVerified: ({ invoiceId, verifierId }) => handTold('DECIDED', invoiceId, verifierId),
  InvoiceEndorsed: ({ invoiceId, endorserId }) => handTold('DECIDED', invoiceId, endorserId),
  InvoiceApproved: ({ invoiceId, approverId }) => handTold('DECIDED', invoiceId, approverId),
  InvoicePaymentShown: ({ invoiceId, recorderId }) => handTold('GAVE_ACCOUNT', invoiceId, recorderId),
};
