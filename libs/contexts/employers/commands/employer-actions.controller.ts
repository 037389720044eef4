import { OFFICE, actionsController } from '#http';
import { employerActions } from './employer.actions.js';

export const EmployerActionsController = actionsController(employerActions, {
  name: 'EmployerActionsController',
  tag: 'employers',
  path: 'employers/:employerId',
  what: 'with an employer',
  roles: OFFICE,
});
