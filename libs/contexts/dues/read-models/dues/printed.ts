import { type PrintedDocument, dayInWords, rupiahInDigits, takenBack } from '#documents';
import type { Language } from '#http';
import { alike } from '#kernel';
import type { PaymentItem } from './dues.answers.js';

/** Who paid. */
interface Payer {
  readonly employerId: string;
  readonly name: string | null;
  readonly npp: string | null;
}

/** The receipt of a sum that an employer paid on its bills (tanda terima iuran pemberi kerja). */
export function receiptOfEmployer(
  { paymentId, amountIdr, bankReference, paidOn, reversedOn }: Omit<PaymentItem, 'actions'>,
  { employerId, name, npp }: Payer,
  language: Language,
): PrintedDocument {
  return {
    title: { en: 'Receipt of contributions', id: 'Tanda Terima Iuran Pemberi Kerja' },
    on: paidOn,
    format: 'A4',
    parts: [
      {
        kind: 'FACTS',
        facts: [
          [{ en: 'Received from', id: 'Diterima dari' }, name ?? employerId],
          [alike('NPP'), npp ?? ''],
          [{ en: 'Reference of the bank', id: 'Nomor referensi bank' }, bankReference],
          [{ en: 'Paid on', id: 'Dibayar pada' }, dayInWords(paidOn, language)],
          [{ en: 'Amount', id: 'Jumlah' }, rupiahInDigits(amountIdr)],
        ],
      },
      {
        kind: 'TEXT',
        text: {
          en: 'It settles whole months with their fines, the oldest first; what is left is credited.',
          id: 'Pembayaran ini melunasi bulan penuh beserta dendanya, dari yang tertua; sisanya menjadi kelebihan bayar.',
        },
      },
      ...takenBack(reversedOn),
    ],
    footer: alike(paymentId),
  };
}
