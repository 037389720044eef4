import type { Words } from '../words.js';

/** The most items of a list unless said otherwise; few enough that the largest amounts in one add up exactly. */
export const LONGEST_LIST = 100;

/** Fewest and most items of a list. */
export interface ListBounds {
  readonly minItems: number;
  readonly maxItems: number;
}

/** How long a list may be (daftar): in words, as a schema and as a test. */
interface ListRule {
  readonly words: Words;
  readonly jsonSchema: ListBounds;
  readonly fits: (value: unknown) => value is readonly unknown[];
}

/** What a list may be: how many items, and the words for it. */
export function listOfItems({ minItems = 0, maxItems = LONGEST_LIST }: Partial<ListBounds> = {}): ListRule {
  return {
    words: {
      en: `a list of ${minItems} to ${maxItems} items`,
      id: `daftar berisi ${minItems} sampai ${maxItems} butir`,
    },
    jsonSchema: { minItems, maxItems },
    fits: (value): value is readonly unknown[] =>
      Array.isArray(value) && value.length >= minItems && value.length <= maxItems,
  };
}
