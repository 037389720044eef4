import { type HandsTold, handTold } from '#kernel';
import type { ScholarshipEvent } from './scholarship.events.js';

/** Who approved a school year: they do not pay it. */
export const handsToldOfScholarships: HandsTold<ScholarshipEvent> = {
  ScholarshipYearApproved: ({ scholarshipId, approverId }) => handTold('DECIDED', scholarshipId, approverId),
};
