import {
  type Part,
  type PrintedDocument,
  dayInWords,
  monthInWords,
  rupiahInDigits,
  takenBack,
} from '#documents';
import type { Language } from '#http';
import { addPeriods, alike } from '#kernel';
import type { ImportItem } from './import.answers.js';

/** A list that was paid for, to its end. */
type PaidList = Omit<ImportItem, 'actions'> & { readonly taken: number };

/** The receipt of the sum that a sponsor paid for a list of members (tanda terima iuran kolektif). */
export function receiptOfList(list: PaidList, sponsorName: string, language: Language): PrintedDocument {
  const { period, months, paidOn, receipt, importId, rows, taken } = list;
  const last = addPeriods(period, months - 1);
  const span = [period, ...(last === period ? [] : [last])].map((month) => monthInWords(month, language));
  return {
    title: { en: 'Receipt of contributions for a list', id: 'Tanda Terima Iuran Kolektif' },
    on: paidOn,
    format: 'A4',
    parts: [
      {
        kind: 'FACTS',
        facts: [
          [{ en: 'Received from', id: 'Diterima dari' }, sponsorName],
          [{ en: 'Receipt', id: 'Nomor' }, receipt],
          [{ en: 'Paid on', id: 'Dibayar pada' }, dayInWords(paidOn, language)],
          [{ en: 'For', id: 'Untuk bulan' }, span.join(' – ')],
          [{ en: 'Lines of the list', id: 'Baris dalam daftar' }, String(rows)],
          [{ en: 'Of these paid for', id: 'Yang dibayarkan' }, String(taken)],
        ],
      },
      ...sumOf(list, language),
      ...takenBack(list.reversedOn),
    ],
    footer: alike(importId),
  };
}

/** Nothing of a list of which no sum was received. */
function sumOf({ amountIdr, paidIdr, remainderIdr }: PaidList, language: Language): readonly Part[] {
  if (amountIdr === null) return [];
  return [
    {
      kind: 'TABLE',
      columns: [
        { en: 'Sum', id: 'Uraian' },
        { en: 'Amount', id: 'Jumlah' },
      ],
      rows: [
        [{ en: 'Given out', id: 'Dibagikan' }[language], amountOf(paidIdr)],
        [{ en: 'Left over', id: 'Sisa' }[language], amountOf(remainderIdr)],
      ],
      total: [{ en: 'Received', id: 'Diterima' }[language], amountOf(amountIdr)],
    },
  ];
}

const amountOf = (amount: ImportItem['amountIdr']): string => (amount === null ? '' : rupiahInDigits(amount));
