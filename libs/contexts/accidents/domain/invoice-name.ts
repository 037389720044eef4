import { derivedId } from '#kernel';

/** Facility and number together name an invoice of an accident: no facility may record a number twice. */
interface InvoiceName {
  readonly facilityId: string;
  readonly invoiceNumber: string;
}

/** The identity of an invoice that comes with its lines, as billing makes it: its parts are stored, so they never change. */
export const invoiceIdOf = (accidentId: string, facilityId: string, invoiceNumber: string): string =>
  derivedId('invoice', accidentId, facilityId, invoiceNumber);

/** Finds an invoice: `care.find(isInvoice({ facilityId, invoiceNumber }))`. */
export const isInvoice =
  ({ facilityId, invoiceNumber }: InvoiceName) =>
  (one: InvoiceName): boolean =>
    one.facilityId === facilityId && one.invoiceNumber === invoiceNumber;
