import { type CommandContext, type LocalDate, type Rupiah, view } from '#kernel';
import type { ClaimEvent } from './claim.events.js';
import type { ApprovedInvoice, ApprovedPayment } from './decision.events.js';
import { claims } from './claim.js';

export interface PaidToFacility {
  readonly facilityId: string;
  readonly amountIdr: Rupiah;
}

/** What a claim knows of the invoices of its accident. */
export interface BillingOfClaim {
  readonly claimId?: string;
  readonly participantId?: string;
  /** The accident of a claim that is for one. */
  readonly accidentId?: string;
  readonly approval?: {
    readonly on: LocalDate;
    readonly namesAccident: boolean;
    /** Undefined where an earlier release approved it. */
    readonly invoices?: readonly ApprovedInvoice[];
    /** What each facility is paid itself, by the approval and by what was approved beside it since. */
    readonly toFacilities: readonly PaidToFacility[];
  };
  /** Those that were noted as late. */
  readonly late: readonly ApprovedInvoice[];
}

/** The same streams as `claims`, for the invoices that an approval pays for and those that came after it. */
export const billingOfClaims = view<BillingOfClaim, ClaimEvent>(claims, {
  initial: { late: [] },
  evolve(state, event) {
    if (event.type === 'ClaimSubmitted') {
      const { claimId, participantId, accidentId } = event.data;
      return { ...state, claimId, participantId, accidentId };
    }
    if (event.type === 'ClaimApproved') {
      const { effectiveOn: on, accidentId, invoices, payments } = event.data;
      const namesAccident = accidentId !== undefined;
      return { ...state, approval: { on, namesAccident, invoices, toFacilities: toFacilitiesOf(payments) } };
    }
    if (event.type === 'DifferenceApproved' && state.approval) {
      const toFacilities = [...state.approval.toFacilities, ...toFacilitiesOf(event.data.payments)];
      return { ...state, approval: { ...state.approval, toFacilities } };
    }
    if (event.type === 'ApprovedAccidentNamed' && state.approval) {
      return { ...state, approval: { ...state.approval, namesAccident: true } };
    }
    if (event.type === 'InvoiceCameLate') return { ...state, late: [...state.late, event.data] };
    return state;
  },
});

const toFacilitiesOf = (payments: readonly ApprovedPayment[]): readonly PaidToFacility[] =>
  payments.flatMap(({ facilityId, amountIdr }) =>
    facilityId === undefined ? [] : [{ facilityId, amountIdr }],
  );

/** An invoice that the log knows of the accident. */
export interface KnownInvoice extends ApprovedInvoice {
  readonly invoiceIdr: Rupiah;
}

export interface NoteLateInvoicesInput {
  readonly claimId: string;
  /** The invoice that was just recorded, and when; left out where the approval was. */
  readonly recorded?: ApprovedInvoice & { readonly on: LocalDate };
}

/**
 * Notes what an approved claim does not pay for (tagihan susulan): invoices that the log knew of its accident only after the
 * approval had been decided. Nothing where the claim is not approved: its calculation will contain them.
 * @param invoices of the accident, as the log knows them now
 */
export function noteLateInvoices(
  { recorded }: NoteLateInvoicesInput,
  state: BillingOfClaim,
  { today }: CommandContext,
  invoices: readonly KnownInvoice[],
): readonly ClaimEvent[] {
  const { claimId, participantId, approval, late } = state;
  if (!claimId || !participantId || !approval) return [];
  const isContained = (invoice: ApprovedInvoice) =>
    approval.invoices
      ? isAmong(approval.invoices, invoice)
      : !recorded || !isSame(recorded, invoice) || recorded.on <= approval.on;
  return invoices
    .filter((invoice) => !isContained(invoice) && !isAmong(late, invoice))
    .map(({ facilityId, invoiceNumber, invoiceIdr }) => ({
      type: 'InvoiceCameLate',
      data: { claimId, participantId, facilityId, invoiceNumber, invoiceIdr, effectiveOn: today },
    }));
}

const isSame = (one: ApprovedInvoice, other: ApprovedInvoice): boolean =>
  one.facilityId === other.facilityId && one.invoiceNumber === other.invoiceNumber;

export const isAmong = (invoices: readonly ApprovedInvoice[], wanted: ApprovedInvoice): boolean =>
  invoices.some((invoice) => isSame(invoice, wanted));

export interface NameAccidentInput {
  readonly claimId: string;
}

/**
 * Names the accident of a claim that an earlier release approved without naming it, so that its billing closes too. Nothing
 * where there is none, or it is named.
 */
export function nameAccident(
  _input: NameAccidentInput,
  { claimId, participantId, accidentId, approval }: BillingOfClaim,
  { today }: CommandContext,
): readonly ClaimEvent[] {
  if (!claimId || !participantId || !accidentId || !approval || approval.namesAccident) return [];
  return [
    {
      type: 'ApprovedAccidentNamed',
      data: { claimId, participantId, accidentId, approvedOn: approval.on, effectiveOn: today },
    },
  ];
}
