/** One text in the two languages the office works in. */
export interface Bilingual {
  readonly id: string;
  readonly en: string;
}

/**
 * V = seen on a page, H = from memory and well known, M = a reading of pages that a person must confirm, L = from memory
 * and doubtful, D = design convention.
 */
export type Confidence = 'V' | 'H' | 'M' | 'L' | 'D';

const SURENESS: readonly Confidence[] = ['V', 'H', 'M', 'L', 'D'];

/** How sure we are of what rests on several rules: as sure as of the least sure one. */
export const leastSure = (...confidences: readonly Confidence[]): Confidence =>
  SURENESS.findLast((confidence) => confidences.includes(confidence)) ?? 'V';

/** Where a rule is written and how sure we are of it. */
export interface Provision {
  readonly law: string;
  readonly article: string;
  /** Ids of the source list in `sources.ts`. */
  readonly sources: readonly string[];
  readonly confidence: Confidence;
}
