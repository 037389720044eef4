import { command } from '#runtime';
import { cancelFieldAction, fieldActions, planFieldAction } from '../domain/field-action.js';

export const PlanFieldAction = command('PlanFieldAction', fieldActions, 'fieldActionId', planFieldAction);

export const CancelFieldAction = command(
  'CancelFieldAction',
  fieldActions,
  'fieldActionId',
  cancelFieldAction,
);
