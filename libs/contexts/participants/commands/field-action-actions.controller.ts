import { OFFICE, actionsController } from '#http';
import { fieldActionActions } from './work.actions.js';

export const FieldActionActionsController = actionsController(fieldActionActions, {
  name: 'FieldActionActionsController',
  tag: 'field actions',
  path: 'field-actions/:fieldActionId',
  what: 'with an action in the field',
  roles: OFFICE,
});
