export type { BillingEvent, InvoiceApproved } from './domain/billing.events.js';
export { invoiceSteps } from './domain/invoice-steps.js';
