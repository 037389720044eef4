import type { LocalDate } from '#kernel';
import { WORKFORCES } from './workforce-table.js';

export const WORKFORCE_KINDS = ['WORKFORCE', 'WAGE_EARNERS', 'WITH_SOCIAL_SECURITY'] as const;

/** A figure that somebody else counted, with its source and year. */
export interface Workforce {
  /** Code of the regency: province and regency (4 digits). */
  readonly area: string;
  readonly year: number;
  /** All who work, those of them who earn wages, or those of them of whom it was said that they are covered. */
  readonly kind: (typeof WORKFORCE_KINDS)[number];
  readonly persons: number;
  readonly source: string;
  readonly publishedOn: LocalDate;
}

/** The areas of which somebody published such a figure. */
export const areasCounted = (kind: Workforce['kind']): readonly string[] => [
  ...new Set(WORKFORCES.filter((one) => one.kind === kind).map(({ area }) => area)),
];

/**
 * The newest figure for an area of the year of a day, or of the latest year before it; of no area all of which there is one, together. Before the first
 * year the first one is taken: there is no other.
 */
export function workforceOf(kind: Workforce['kind'], area: string | undefined, on: LocalDate): number | null {
  const areas = area === undefined ? areasCounted(kind) : [area];
  const found = areas.flatMap((one) => newest(kind, one, Number(on.slice(0, 4))) ?? []);
  return found.length === areas.length ? found.reduce((sum, { persons }) => sum + persons, 0) : null;
}

function newest(kind: Workforce['kind'], area: string, year: number): Workforce | undefined {
  const known = WORKFORCES.filter((one) => one.kind === kind && one.area === area).toSorted(
    (one, other) => one.year - other.year || (one.publishedOn < other.publishedOn ? -1 : 1),
  );
  return known.findLast((one) => one.year <= year) ?? known[0];
}
