import { OFFICE, actionsController } from '#http';
import { scholarshipActions } from './scholarship.actions.js';

export const ScholarshipActionsController = actionsController(scholarshipActions, {
  name: 'ScholarshipActionsController',
  tag: 'scholarships',
  path: 'scholarships/:scholarshipId',
  what: 'with a scholarship',
  roles: OFFICE,
});
