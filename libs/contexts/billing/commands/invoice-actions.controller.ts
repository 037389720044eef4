import { OFFICE_AND_PLKK, actionsController, asked, shape } from '#http';
import { invoiceActionsOf } from './invoice.actions.js';

/** What is asked beside the invoice. */
export class InvoiceActionsQuery extends shape({
  facilityId: asked.uuid({
    optional: true,
    description: 'The PLKK whose tariff you think of for a reimbursement; the own one where it is left out',
  }),
}) {}

export const InvoiceActionsController = actionsController(invoiceActionsOf, {
  name: 'InvoiceActionsController',
  tag: 'invoices',
  path: 'accidents/:accidentId/invoices/:invoiceId',
  what: 'with an invoice',
  roles: OFFICE_AND_PLKK,
  asks: InvoiceActionsQuery,
});
