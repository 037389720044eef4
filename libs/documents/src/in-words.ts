import { type LocalDate, type Period, type Rupiah, dottedRupiah } from '#kernel';
import type { PrintedIn } from './printed-document.js';

const MONTHS: Readonly<Record<PrintedIn, readonly string[]>> = {
  id: `Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember`.split(' '),
  en: `January February March April May June July August September October November December`.split(' '),
};

/** `20 November 2026` */
export function dayInWords(day: LocalDate, language: PrintedIn): string {
  return `${Number(day.slice(8))} ${monthInWords(day.slice(0, 7) as Period, language)}`;
}

/** `November 2026` */
export function monthInWords(month: Period, language: PrintedIn): string {
  const [year, number] = month.split('-');
  return `${MONTHS[language][Number(number) - 1]} ${year}`;
}

/** `Rp 16.800` in either language, as on every receipt here, with a blank at which no line breaks. */
export const rupiahInDigits = (amount: Rupiah): string => `Rp\u00a0${dottedRupiah(amount)}`;
