import type { DomainEvent, LocalDate, Rupiah } from '#kernel';

/** An invoice of this number came with its lines, and is paid apart from the claim (tagihan rinci): nobody records it here as well. */
export type InvoiceBilledApart = DomainEvent<
  'InvoiceBilledApart',
  {
    accidentId: string;
    participantId: string;
    facilityId: string;
    invoiceNumber: string;
    admittedOn: LocalDate;
    dischargedOn: LocalDate;
    invoiceIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/**
 * Nothing is paid of an invoice that came with its lines (tagihan rinci dibatalkan): it was taken back, or somebody else bears it. Until it
 * comes again the care may be recorded here.
 */
export type InvoiceGivenUpApart = DomainEvent<
  'InvoiceGivenUpApart',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    facilityId: string;
    invoiceNumber: string;
    effectiveOn: LocalDate;
  }
>;

/**
 * An invoice that is paid apart from the claim was approved (tagihan rinci disetujui): whoever approves the claim decides on the whole of
 * the accident.
 */
export type InvoiceApprovedApart = DomainEvent<
  'InvoiceApprovedApart',
  {
    accidentId: string;
    participantId: string;
    invoiceId: string;
    /** The approval: an invoice may be approved more than once. */
    approvalId: string;
    approvedIdr: Rupiah;
    effectiveOn: LocalDate;
  }
>;

/** What becomes of invoices that are paid apart from its claim. */
export type InvoiceApartEvent = InvoiceBilledApart | InvoiceGivenUpApart | InvoiceApprovedApart;
