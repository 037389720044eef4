import * as conventions from './jht.conventions.js';
import * as rules from './jht.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { jhtFullFields, jhtPartialFields } from './jht.fields.js';
import { calculateJhtFull, calculateJhtPartial } from './jht.js';

/** Jaminan Hari Tua: the savings of a working life. */
export const JHT: Chapter = {
  folder: 'jht',
  rules: [{ title: { id: 'JHT', en: 'JHT, old-age savings' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: {
    JHT_FULL: calculator(jhtFullFields, calculateJhtFull),
    JHT_PARTIAL: calculator(jhtPartialFields, calculateJhtPartial),
  },
};
