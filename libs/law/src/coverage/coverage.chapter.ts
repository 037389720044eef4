import * as conventions from './coverage.conventions.js';
import * as rules from './coverage.rules.js';
import { afterAccident } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateCoverage } from './coverage-decision.js';
import { COVERAGE_DECISIONS } from './coverage.decisions.js';
import { coverageFields } from './coverage.fields.js';

/** Kepesertaan: who may register, and whether BPJS stands for an event. */
export const COVERAGE: Chapter = {
  folder: 'coverage',
  rules: [{ title: { id: 'Kepesertaan', en: 'Membership' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: { COVERAGE: afterAccident(coverageFields, calculateCoverage) },
  decisions: COVERAGE_DECISIONS,
};
