import * as conventions from './jp.conventions.js';
import * as rules from './jp.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateJpIndexation } from './jp-indexation.js';
import { jpIndexationFields, jpLumpSumFields, jpMonthlyFields } from './jp.fields.js';
import { calculateJpLumpSum, calculateJpMonthly } from './jp.js';

/** Jaminan Pensiun: a pension each month. */
export const JP: Chapter = {
  folder: 'jp',
  rules: [{ title: { id: 'JP', en: 'JP, pension' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: {
    JP_MONTHLY: calculator(jpMonthlyFields, calculateJpMonthly),
    JP_LUMP_SUM: calculator(jpLumpSumFields, (input) => calculateJpLumpSum(input)),
    JP_INDEXATION: calculator(jpIndexationFields, calculateJpIndexation),
  },
};
