import * as conventions from './pmi.conventions.js';
import * as rules from './pmi.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculatePmiContribution } from './contribution-pmi.js';
import { contributionPmiFields } from './pmi.fields.js';

/** Pekerja migran Indonesia: what they pay; their benefits are an open question. */
export const PMI: Chapter = {
  folder: 'pmi',
  rules: [{ title: { id: 'Pekerja migran', en: 'PMI, migrant workers' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: { CONTRIB_PMI: calculator(contributionPmiFields, calculatePmiContribution) },
};
