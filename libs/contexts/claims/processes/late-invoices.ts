import type { CareProvided } from '#contexts/accidents/facts';
import { type Process, dateIn } from '#kernel';
import type { ClaimApproved } from '../domain/decision.events.js';
import type { NoteLateInvoicesInput } from '../domain/late-invoices.js';
import { claimsOfAccident } from '../programmes/index.js';

/**
 * Between the approval of a claim and the closing of the billing of its accident an invoice may come that the approval
 * does not contain. It is looked for from both sides, so that none is lost: whenever one is recorded, and once a claim is
 * approved, for what was recorded while the approval was being decided.
 */
export const lateInvoices: Process<
  CareProvided | ClaimApproved,
  { readonly NoteLateInvoices: NoteLateInvoicesInput }
> = {
  name: 'late-invoices',
  version: 1,
  categories: ['accident', 'claim'],
  on: {
    CareProvided: ({ recordedAt, data: { accidentId, facilityId, invoiceNumber } }) =>
      claimsOfAccident(accidentId).map((claimId) => ({
        key: claimId,
        command: 'NoteLateInvoices',
        input: { claimId, recorded: { facilityId, invoiceNumber, on: dateIn(recordedAt) } },
      })),
    ClaimApproved: ({ data: { claimId } }) => [
      { key: claimId, command: 'NoteLateInvoices', input: { claimId } },
    ],
  },
};
