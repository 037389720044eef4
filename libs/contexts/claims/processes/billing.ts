import type { CloseBillingInput } from '#contexts/accidents/facts';
import type { Process } from '#kernel';
import type { ApprovedAccidentNamed } from '../domain/claim.events.js';
import type { ClaimApproved } from '../domain/decision.events.js';
import type { NameAccidentInput } from '../domain/late-invoices.js';

/**
 * An approved claim pays for the invoices of its accident that were there, so the billing of the accident closes. What an
 * earlier release approved does not say for which accident: the claim is asked to name it first.
 */
export const billing: Process<
  ClaimApproved | ApprovedAccidentNamed,
  { readonly CloseBilling: CloseBillingInput; readonly NameAccident: NameAccidentInput }
> = {
  name: 'billing',
  version: 1,
  categories: ['claim'],
  on: {
    ClaimApproved: ({ data: { claimId, accidentId, effectiveOn } }) => [
      accidentId === undefined
        ? { key: claimId, command: 'NameAccident', input: { claimId } }
        : {
            key: accidentId,
            command: 'CloseBilling',
            input: { accidentId, claimId, closedOn: effectiveOn },
          },
    ],
    ApprovedAccidentNamed: ({ data: { claimId, accidentId, approvedOn } }) => [
      { key: accidentId, command: 'CloseBilling', input: { accidentId, claimId, closedOn: approvedOn } },
    ],
  },
};
