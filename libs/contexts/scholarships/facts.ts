/** What other contexts may know of scholarships: who was granted one, which year was approved, and where it is paid. */
export type { ScholarshipGranted, ScholarshipYearApproved } from './domain/scholarship.events.js';
