import { OFFICE, actionsController } from '#http';
import { complaintActions } from './complaint.actions.js';

export const ComplaintActionsController = actionsController(complaintActions, {
  name: 'ComplaintActionsController',
  tag: 'complaints',
  path: 'complaints/:complaintId',
  what: 'with a complaint',
  roles: OFFICE,
});
