import { OFFICE, actionsController } from '#http';
import { duesActions } from './dues.actions.js';

export const DuesActionsController = actionsController(duesActions, {
  name: 'DuesActionsController',
  tag: 'dues',
  path: 'employers/:employerId/dues',
  what: 'with the payments of an employer',
  roles: OFFICE,
});
