export type { InvoiceApproved } from './domain/billing.events.js';
