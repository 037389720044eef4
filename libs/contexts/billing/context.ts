import type { Context } from '#runtime';
import { InvoiceActionsController } from './commands/invoice-actions.controller.js';
import { invoiceActions } from './commands/invoice.actions.js';
import { InvoicesController } from './commands/invoices.controller.js';
import { VerificationController } from './commands/verification.controller.js';
import { billings } from './domain/billing.js';
import { approvalRefusals } from './domain/approval.refusals.js';
import { creditRefusals } from './domain/credit.refusals.js';
import { billingRefusals } from './domain/refusals.js';
import { submissionRefusals } from './domain/submission.refusals.js';
import { verificationRefusals } from './domain/verification.refusals.js';
import { invoicesApart } from './processes/invoices-apart.js';
import { invoicesApproved } from './processes/invoices-approved.js';
import { billingContracts } from './published.js';
import { invoiceReadModel } from './read-models/invoice/invoice.read-model.js';
import { InvoicesQueriesController } from './read-models/invoice/invoices-queries.controller.js';

/** Invoices of facilities with their lines, verified and paid apart from the claim of the accident. */
export const billing: Context = {
  name: 'billing',
  streams: [billings],
  commands: [InvoicesController, VerificationController, InvoiceActionsController],
  actions: [invoiceActions],
  queries: [InvoicesQueriesController],
  processes: [invoicesApart, invoicesApproved],
  readModels: [invoiceReadModel],
  app: 'claim-projection',
  published: billingContracts,
  refusals: [billingRefusals, submissionRefusals, verificationRefusals, approvalRefusals, creditRefusals],
};
