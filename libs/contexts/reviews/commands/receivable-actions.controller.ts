import { OFFICE, actionsController } from '#http';
import { receivableActions } from './receivable.actions.js';

export const ReceivableActionsController = actionsController(receivableActions, {
  name: 'ReceivableActionsController',
  tag: 'reviews',
  path: 'receivables/:receivableId',
  what: 'with money that is owed',
  roles: OFFICE,
});
