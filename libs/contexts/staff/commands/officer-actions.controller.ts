import { OFFICE, actionsController } from '#http';
import { officerActions } from './officer.actions.js';

export const OfficerActionsController = actionsController(officerActions, {
  name: 'OfficerActionsController',
  tag: 'staff',
  path: 'staff/:officerId',
  what: 'with somebody of the office',
  roles: OFFICE,
});
