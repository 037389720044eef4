/** What other contexts may know of scholarships: which year was approved, and where it is paid. */
export type { ScholarshipYearApproved } from './domain/scholarship.events.js';
