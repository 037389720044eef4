import * as conventions from './pmi.conventions.js';
import * as benefits from './migrant-benefits.rules.js';
import * as rules from './pmi.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculatePmiContribution } from './contribution-pmi.js';
import { calculateMigrantAid } from './migrant-aid.js';
import { contributionPmiFields, migrantAidFields } from './pmi.fields.js';

/** Pekerja migran Indonesia: what they pay, what they are paid beside JKK and JKM, and the sums that those two give them. */
export const PMI: Chapter = {
  folder: 'pmi',
  rules: [
    {
      title: { id: 'Pekerja migran', en: 'PMI, migrant workers' },
      rules: [...rulesOf(rules), ...rulesOf(benefits)],
    },
  ],
  conventions: conventionsOf(conventions),
  calculators: {
    CONTRIB_PMI: calculator(contributionPmiFields, calculatePmiContribution),
    PMI_AID: calculator(migrantAidFields, calculateMigrantAid),
  },
};
