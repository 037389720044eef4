import { type Rupiah, ZERO_RUPIAH, rupiah, sumRupiah } from '#kernel';
import type { Row } from '#postgres';
import type { InvoiceRow, payments } from './invoice.tables.js';

type Payment = Pick<Row<typeof payments>, 'status' | 'amountIdr' | 'cameBackIdr'>;

/**
 * What whoever was paid of an invoice owes back: what they have of it, beyond what was approved less what notes credited. Money that came back
 * is owed by nobody, whichever was first, the money or the note about it.
 */
export function owedBackOf(
  { approvedIdr }: Pick<InvoiceRow, 'approvedIdr'>,
  paid: readonly Payment[],
): Rupiah {
  const withThem = paid.map(({ status, amountIdr, cameBackIdr }) =>
    status === 'CANCELLED' ? ZERO_RUPIAH : rupiah(amountIdr - cameBackIdr),
  );
  return rupiah(Math.max(0, sumRupiah(withThem) - approvedIdr));
}
