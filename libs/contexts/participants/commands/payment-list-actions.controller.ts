import { OFFICE, actionsController } from '#http';
import { paymentListActions } from './payment-list.actions.js';

export const PaymentListActionsController = actionsController(paymentListActions, {
  name: 'PaymentListActionsController',
  tag: 'sponsors',
  path: 'payment-lists/:listId',
  what: 'with a list by which a sponsor paid for many',
  roles: OFFICE,
});
