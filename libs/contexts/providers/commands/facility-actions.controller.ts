import { OFFICE, actionsController } from '#http';
import { facilityActions } from './facility.actions.js';

export const FacilityActionsController = actionsController(facilityActions, {
  name: 'FacilityActionsController',
  tag: 'facilities',
  path: 'facilities/:facilityId',
  what: 'with a facility and its agreements',
  roles: OFFICE,
});
