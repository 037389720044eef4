import * as conventions from './employer.conventions.js';
import * as rules from './employer.rules.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';

/** Kewajiban pemberi kerja: what an employer owes itself, as a second list beside the benefits of other chapters. */
export const EMPLOYER: Chapter = {
  folder: 'employer',
  rules: [{ title: { id: 'Kewajiban pemberi kerja', en: 'Owed by the employer' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: {},
};
