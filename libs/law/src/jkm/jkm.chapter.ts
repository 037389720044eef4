import * as conventions from './jkm.conventions.js';
import * as rules from './jkm.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { jkmFields } from './jkm.fields.js';
import { calculateJkm } from './jkm.js';

/** Jaminan Kematian: what a death gives that is no work accident. */
export const JKM: Chapter = {
  folder: 'jkm',
  rules: [{ title: { id: 'JKM', en: 'JKM, death' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: { JKM: calculator(jkmFields, calculateJkm) },
};
