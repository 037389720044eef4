import type { Words } from '#kernel';
import { figureNames } from '../indicators/index.js';
import type { Report } from '../reports.js';
import { orderedRows } from '../tables/row-order.js';

/** What stands where a figure is withheld: fewer than five persons, or a number from which fewer could be worked out. */
export const WITHHELD = '<5';

/** That, for people. */
export const WITHHELD_WORDS: Words = {
  en: 'fewer than five persons, or a number that would tell of them',
  id: 'kurang dari lima orang, atau angka yang akan membukanya',
};

export type Cell = string | number | null;

/** A report as one table: a column for each cut and figure, the rows in the order of their cuts, and the total last. */
export interface FlatTable {
  readonly columns: readonly { readonly name: string; readonly isFigure: boolean }[];
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly isWithheld: boolean }[];
}

export function flatTable({ by, rows, total, indicator }: Report): FlatTable {
  const figures = figureNames(indicator);
  const all = [
    ...orderedRows(rows).map((row) => ({ ...row, values: row.values as readonly Cell[] })),
    { values: by.map(() => null), figures: total.figures },
  ];
  return {
    columns: [
      ...by.map((name) => ({ name, isFigure: false })),
      ...figures.map((name) => ({ name, isFigure: true })),
    ],
    rows: all.map(({ values, figures: told }) => ({
      cells: [...values, ...figures.map((name) => (told ? (told[name] ?? null) : null))],
      isWithheld: told === undefined,
    })),
  };
}
