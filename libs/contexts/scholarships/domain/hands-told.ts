import { type HandsTold, handTold } from '#kernel';
import type { ScholarshipEvent } from './scholarship.events.js';

/** Who approved a school year, or took its evidence and the account with it: they do not pay it. */
export const handsToldOfScholarships: HandsTold<ScholarshipEvent> = {
  ScholarshipEvidenceSubmitted: ({ scholarshipId, submittedBy }) =>
    handTold('GAVE_ACCOUNT', scholarshipId, submittedBy),
  ScholarshipYearApproved: ({ scholarshipId, approverId }) => handTold('DECIDED', scholarshipId, approverId),
};
