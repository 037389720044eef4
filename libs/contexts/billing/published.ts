import { totalOf } from '#kernel';
import {
  type ContextContracts,
  contextContracts,
  contract,
  day,
  id,
  oneOf,
  optional,
  rupiahs,
} from '#publishing/contracts';
import { CARE_BEARERS } from '#law';
import type { InvoiceApproved, InvoicePassedOn } from './domain/approval.events.js';

const invoice = {
  accidentId: id('The accident'),
  participantId: id('The worker'),
  invoiceId: id('The invoice'),
};

/** An approval pays one payee, or nobody. */
function billingOf({ payments: [payment] }: InvoiceApproved['data']) {
  if (!payment) return {};
  return { billing: payment.payee === 'PLKK' ? ('GUARANTEED' as const) : ('REIMBURSEMENT' as const) };
}

/** What the world outside may know of invoices: what was decided. What was done to a patient, and why a line was cut, stays inside. */
export const billingContracts: ContextContracts = contextContracts(
  'billing',
  ['billing'],
  [
    contract({
      type: 'lindung.billing.invoice-approved.v1',
      from: 'InvoiceApproved',
      about: 'An invoice of a facility was approved, apart from the claim of the accident.',
      fields: {
        ...invoice,
        facilityId: id('Who gave the care'),
        acceptedIdr: rupiahs('What was accepted of it'),
        paidIdr: rupiahs('What is paid by this approval'),
        billing: optional(
          oneOf('Paid to the PLKK, or back to who paid it; absent where nothing is paid', [
            'GUARANTEED',
            'REIMBURSEMENT',
          ]),
        ),
        borneByOthersIdr: rupiahs('What other payers bear of all invoices of the accident'),
        payBy: day('Last day on which payment is in time'),
        approvedOn: day('Day of the approval'),
      },
      data: ({ data }: InvoiceApproved) => ({
        ...data,
        paidIdr: totalOf(data.payments),
        ...billingOf(data),
        approvedOn: data.effectiveOn,
      }),
    }),
    contract({
      type: 'lindung.billing.invoice-passed-on.v1',
      from: 'InvoicePassedOn',
      about: 'JKK does not bear an invoice: whoever sent it is told whom to bill.',
      fields: {
        ...invoice,
        to: oneOf('Who bears it', CARE_BEARERS),
        passedOnOn: day('Day of the letter'),
      },
      data: ({ data }: InvoicePassedOn) => ({ ...data, passedOnOn: data.effectiveOn }),
    }),
  ],
  {
    InvoiceSubmitted: 'health data, and the working of the desk',
    InvoiceRevised: 'health data, and the working of the desk',
    InvoiceReturned: 'between BPJS and the facility',
    InvoiceReadmitted: 'between BPJS and the facility',
    InvoiceWithdrawn: 'between BPJS and the facility',
    InvoiceVerified: 'a step before the decision, and why lines were cut',
    InvoiceEndorsed: 'a step before the decision',
    InvoicePaymentShown: 'where a person is repaid',
    InvoiceCredited: 'between BPJS and the facility; what comes back will be published by who collects it',
    RecourseRecorded: 'between BPJS and the other payer',
  },
);
