import { OFFICE, actionsController } from '#http';
import { payoutActions } from './payout.actions.js';

export const PayoutActionsController = actionsController(payoutActions, {
  name: 'PayoutActionsController',
  tag: 'payouts',
  path: 'payouts/:payoutId',
  what: 'with a payment',
  roles: OFFICE,
});
