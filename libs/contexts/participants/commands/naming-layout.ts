import type { CsvLayout } from '#csv-files';
import {
  NAMING_COLUMNS,
  PAYMENT_COLUMNS,
  type PaymentColumn,
  type PaymentRow,
  readPaymentRow,
} from '../domain/payment-row.js';

/** A file that names people, whatever else it says: that of a registration, of a payment, or of those who joined or left. */
export const NAMED_PEOPLE: CsvLayout<PaymentColumn, PaymentRow> = {
  columns: PAYMENT_COLUMNS,
  optional: PAYMENT_COLUMNS,
  oneOf: NAMING_COLUMNS,
  read: readPaymentRow,
};
