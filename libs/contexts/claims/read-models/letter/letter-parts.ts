import { type Part, type PrintedIn, monthInWords, rupiahInDigits } from '#documents';
import { type Words, totalOf } from '#kernel';
import type { ArrearsMonth } from '../../domain/arrears.events.js';
import type { OwedByEmployer } from '../../domain/claim.events.js';
import type { ShownAccount } from './letter-contents.js';
import { OWED_GROUNDS_IN_WORDS, PAYEES_IN_WORDS, componentWords } from './letter-words.js';

/** What several letters are made of. */

export const words = (id: string, en: string): Words => ({ id, en });
export const says = (id: string, en: string): Part => ({ kind: 'TEXT', text: { id, en } });
export const heading = (id: string, en: string): Part => ({ kind: 'HEADING', text: { id, en } });

export const payeeIn = (payee: string, language: PrintedIn): string =>
  PAYEES_IN_WORDS[payee]?.[language] ?? payee;

export const accountIn = (account: ShownAccount | null): string =>
  account ? `${account.bank} ${account.numberMasked} (${account.holder})` : '–';

export const monthsIn = (months: readonly ArrearsMonth[], language: PrintedIn): string =>
  months
    .map(({ period, amountIdr }) => `${monthInWords(period, language)} (${rupiahInDigits(amountIdr)})`)
    .join(', ');

export const monthsTable = (months: readonly ArrearsMonth[], language: PrintedIn): Part => ({
  kind: 'TABLE',
  columns: [words('Bulan', 'Month'), words('Status', 'Status'), words('Jumlah', 'Amount')],
  rows: months.map(({ period, isPaid, amountIdr }) => [
    monthInWords(period, language),
    isPaid ? words('sudah dibayar', 'paid')[language] : words('belum dibayar', 'unpaid')[language],
    rupiahInDigits(amountIdr),
  ]),
  total: [
    words('Belum dibayar', 'Unpaid')[language],
    '',
    rupiahInDigits(totalOf(months.filter(({ isPaid }) => !isPaid))),
  ],
});

export function owed(owedBy: readonly OwedByEmployer[], language: PrintedIn): Part[] {
  if (owedBy.length === 0) return [];
  return [
    heading('Kewajiban pemberi kerja', 'What the employer owes'),
    {
      kind: 'TABLE',
      columns: [
        words('Manfaat', 'Benefit'),
        words('Sebab', 'Ground'),
        words('Dasar hukum', 'Law'),
        words('Jumlah', 'Amount'),
      ],
      widths: [3, 4, 4, 3],
      rows: owedBy.map(({ code, ground, law, article, amountIdr, reimbursable }) => [
        componentWords(code)[language],
        OWED_GROUNDS_IN_WORDS[ground][language] +
          (reimbursable
            ? words(' (diganti BPJS kepada pemberi kerja)', ' (BPJS pays it back to the employer)')[language]
            : ''),
        `${law}, ${article}`,
        rupiahInDigits(amountIdr),
      ]),
      total: [words('Jumlah', 'In all')[language], '', '', rupiahInDigits(totalOf(owedBy))],
    },
    says('Jumlah ini tidak termasuk yang dibayar BPJS.', 'This is no part of what BPJS pays.'),
  ];
}
