import * as conventions from './jkp.conventions.js';
import * as rules from './jkp.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { jkpFields } from './jkp.fields.js';
import { calculateJkp } from './jkp.js';

/** Jaminan Kehilangan Pekerjaan: cash between two jobs. */
export const JKP: Chapter = {
  folder: 'jkp',
  rules: [{ title: { id: 'JKP', en: 'JKP, loss of work' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: { JKP: calculator(jkpFields, calculateJkp) },
};
