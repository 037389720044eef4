import { type Rupiah, ZERO_RUPIAH, rupiah } from '#kernel';
import type { LineResult } from './verification.events.js';
import { type FoundOf, type Invoice, isPaid, openLinesOf } from './invoice.js';

/** What was found of an invoice as it was approved last, whatever a verification says that nobody has approved; of any other one what was found last. */
const decidedOf = ({ approvedAs, verified, creditedForCutsIdr }: Invoice): FoundOf =>
  approvedAs ?? { lines: verified?.lines ?? [], ...(creditedForCutsIdr && { creditedForCutsIdr }) };

/** What notes take off it, unless what is found now stands in their place. */
export function notedBefore(invoice: Invoice): Rupiah {
  const { creditedForCutsIdr = ZERO_RUPIAH } = decidedOf(invoice);
  return rupiah(invoice.creditedIdr - creditedForCutsIdr);
}

/** What of a line was accepted as it was decided last; absent where that was all of it. */
export const decidedOfLine = (invoice: Invoice, of: number): Rupiah | undefined =>
  decidedOf(invoice).lines.find(({ line }) => line === of)?.acceptedIdr;

/** Whether a line was accepted or cut of an invoice of which something was paid: it waits for no letter any more. */
export const isLineDecided = (invoice: Invoice, of: number): boolean =>
  isPaid(invoice) && !decidedOf(invoice).lines.some(({ line, open }) => open && line === of);

/** What was found of lines while another one waits, or waited as it was approved last, for its letter: it is not looked at anew. */
export function closedLinesOf(invoice: Invoice): readonly LineResult[] {
  const { verified, approvedAs } = invoice;
  const lines = openLinesOf(invoice).length > 0 ? verified?.lines : approvedAs?.lines;
  return (lines ?? []).filter(({ open }) => !open);
}
