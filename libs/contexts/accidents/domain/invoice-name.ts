/** Facility and number together name an invoice of an accident: no facility may record a number twice. */
interface InvoiceName {
  readonly facilityId: string;
  readonly invoiceNumber: string;
}

/** Finds an invoice: `care.find(isInvoice({ facilityId, invoiceNumber }))`. */
export const isInvoice =
  ({ facilityId, invoiceNumber }: InvoiceName) =>
  (one: InvoiceName): boolean =>
    one.facilityId === facilityId && one.invoiceNumber === invoiceNumber;
