import { OFFICE_AND_PLKK, actionsController } from '#http';
import { claimActions } from './claim.actions.js';

export const ClaimActionsController = actionsController(claimActions, {
  name: 'ClaimActionsController',
  tag: 'claims',
  path: 'claims/:claimId',
  what: 'with a claim',
  roles: OFFICE_AND_PLKK,
});
