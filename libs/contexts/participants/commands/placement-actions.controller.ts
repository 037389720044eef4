import { OFFICE, actionsController } from '#http';
import { placementActions } from './work.actions.js';

export const PlacementActionsController = actionsController(placementActions, {
  name: 'PlacementActionsController',
  tag: 'projects',
  path: 'placements/:placementId',
  what: 'with the work of somebody on a construction project',
  roles: OFFICE,
});
