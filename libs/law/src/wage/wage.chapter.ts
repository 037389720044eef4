import * as bands from './bpu-bands.rules.js';
import * as conventions from './wage.conventions.js';
import * as rules from './wage.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateWageMonth } from './wage-month.js';
import { wageMonthFields } from './wage.fields.js';

/** What contributions and benefits are computed from: the wage of a month, or the income base of a BPU. */
export const WAGE: Chapter = {
  folder: 'wage',
  rules: [
    { title: { id: 'Upah', en: 'Wage' }, rules: rulesOf(rules) },
    { title: { id: 'Golongan penghasilan BPU', en: 'Income bands of BPU' }, rules: rulesOf(bands) },
  ],
  conventions: conventionsOf(conventions),
  calculators: { WAGE_MONTH: calculator(wageMonthFields, calculateWageMonth) },
};
