import * as conventions from './heirs.conventions.js';
import * as rules from './heirs.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { heirsFields } from './heirs.fields.js';
import { calculateHeirs } from './heirs.js';

/** Ahli waris: who is paid when the participant is dead. */
export const HEIRS: Chapter = {
  folder: 'heirs',
  rules: [{ title: { id: 'Ahli waris', en: 'Heirs' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: { HEIRS: calculator(heirsFields, calculateHeirs) },
};
