export { calculateScholarshipProjection } from './scholarship-projection.js';
export { type ScholarshipYearInput, calculateScholarshipYear } from './scholarship-year.js';
export { WORK_KINDS, type WorkKind } from './scholarship.policies.js';
export { type Level, LEVELS } from './scholarship.rules.js';
export {
  remainingSchoolYears,
  scholarshipChildren,
  scholarshipEndAge,
  type SchoolStanding,
} from './school-years.js';
