import { type CommandContext, Rejection, conflict, refusals, stream } from '#kernel';
import { NUMBERS_A_YEAR } from './kpj.js';
import type { KpjNumbersSetAside } from './kpj-series.events.js';

export const kpjRefusals = refusals({
  KPJ_SERIES_ENDED: conflict({
    en: 'All card numbers of this year are given out',
    id: 'Semua nomor KPJ tahun ini sudah dikeluarkan',
  }),
});

/** How many numbers of a year are set aside. */
export interface KpjSeries {
  readonly next: number;
}

/** The card numbers of one year: `kpjseries-<year>`. */
export const kpjSeries = stream<KpjSeries, KpjNumbersSetAside>('kpjseries', {
  initial: { next: 0 },
  evolve: (_state, { data: { from, count } }) => ({ next: from + count }),
});

export interface SetAsideInput {
  readonly year: number;
  readonly count: number;
}

/** Sets aside the next numbers of a year. @throws Rejection `KPJ_SERIES_ENDED` */
export function setAsideKpjNumbers(
  { year, count }: SetAsideInput,
  { next }: KpjSeries,
  { today }: Pick<CommandContext, 'today'>,
): readonly KpjNumbersSetAside[] {
  if (next + count > NUMBERS_A_YEAR) throw new Rejection(kpjRefusals.KPJ_SERIES_ENDED());
  return [{ type: 'KpjNumbersSetAside', data: { year, from: next, count, effectiveOn: today } }];
}
