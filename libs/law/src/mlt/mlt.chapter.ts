import * as rules from './mlt.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, rulesOf } from '../kernel/chapter.js';
import { MLT_DECISIONS } from './mlt.decisions.js';
import { mltFields } from './mlt.fields.js';
import { calculateMlt } from './mlt.js';

/** Manfaat Layanan Tambahan: housing loans of a bank, never a benefit. */
export const MLT: Chapter = {
  folder: 'mlt',
  rules: [{ title: { id: 'MLT', en: 'MLT, housing loans (never a benefit)' }, rules: rulesOf(rules) }],
  conventions: [],
  calculators: { MLT: calculator(mltFields, calculateMlt) },
  decisions: MLT_DECISIONS,
};
