export type { InvoiceApproved } from './domain/approval.events.js';
export type { BillingEvent } from './domain/billing.events.js';
export { handsOnInvoice } from './domain/hands-on-invoice.js';
export { handsToldOfInvoices } from './domain/hands-told.js';
export { invoiceSteps } from './domain/invoice-steps.js';
