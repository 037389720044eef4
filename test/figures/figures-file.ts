import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export const FIGURES_FILE = join(import.meta.dirname, 'published-figures.csv');

/**
 * How a figure comes about: it was STATED by somebody and counts nothing of ours; it is counted over the HISTORY; it is the SHARE of one
 * figure in another.
 */
export type MadeOf = 'STATED' | 'HISTORY' | 'SHARE';

/** A figure as it was printed. */
export interface PublishedFigure {
  readonly figure: string;
  readonly value: number;
  readonly unit: 'people' | 'percent' | 'rupiah';
  readonly madeOf: MadeOf;
  /** The day for which it was said. */
  readonly asOf: string;
  /** Where it was printed. */
  readonly source: string;
}

/** Section 8 of the domain reference: the rows that are a count, a sum, or the share of one in another. */
export function publishedFigures(file = FIGURES_FILE): readonly PublishedFigure[] {
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), { columns: true });
  return rows.map(({ figure, value, unit, made_of, as_of, source }) => ({
    figure: figure!,
    value: Number(value),
    unit: unit as PublishedFigure['unit'],
    madeOf: made_of as MadeOf,
    asOf: as_of!,
    source: source!,
  }));
}
