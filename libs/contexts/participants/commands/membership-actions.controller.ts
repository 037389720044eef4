import { OFFICE, actionsController } from '#http';
import { membershipActions } from './work.actions.js';

export const MembershipActionsController = actionsController(membershipActions, {
  name: 'MembershipActionsController',
  tag: 'memberships',
  path: 'memberships/:membershipId',
  what: 'with the work of somebody at an employer',
  roles: OFFICE,
});
