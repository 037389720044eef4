import * as conventions from './tax.conventions.js';
import * as rules from './tax.rules.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';

/** Pajak: what is withheld from a lump sum. Information beside the benefits of other chapters. */
export const TAX: Chapter = {
  folder: 'tax',
  rules: [{ title: { id: 'Pajak penghasilan', en: 'Tax on lump sums' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: {},
};
