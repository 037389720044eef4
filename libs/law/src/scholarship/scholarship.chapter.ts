import * as conventions from './scholarship.conventions.js';
import * as rules from './scholarship.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateScholarshipProjection } from './scholarship-projection.js';
import { calculateScholarshipYear } from './scholarship-year.js';
import { scholarshipProjectionFields, scholarshipYearFields } from './scholarship.fields.js';

/** Beasiswa pendidikan anak. */
export const SCHOLARSHIP: Chapter = {
  folder: 'scholarship',
  rules: [{ title: { id: 'Beasiswa', en: 'Scholarships' }, rules: rulesOf(rules) }],
  conventions: conventionsOf(conventions),
  calculators: {
    SCHOLARSHIP_PROJECTION: calculator(scholarshipProjectionFields, calculateScholarshipProjection),
    SCHOLARSHIP_YEAR: calculator(scholarshipYearFields, calculateScholarshipYear),
  },
};
