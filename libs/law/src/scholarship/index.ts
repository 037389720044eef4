export {
  calculateScholarshipProjection,
  type EligibleChild,
  type ScholarshipFacts,
  type ScholarshipMode,
  type ScholarshipProjectionInput,
} from './scholarship-projection.js';
export { calculateScholarshipYear, type ScholarshipYearInput } from './scholarship-year.js';
export { type SchoolYear, WORK_KINDS, type WorkKind } from './scholarship.policies.js';
export { type Level, LEVELS } from './scholarship.rules.js';
export {
  remainingSchoolYears,
  scholarshipChildren,
  scholarshipEndAge,
  type SchoolStanding,
} from './school-years.js';
