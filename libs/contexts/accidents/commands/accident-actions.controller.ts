import { OFFICE_AND_PLKK, actionsController, asked, shape } from '#http';
import { accidentActions } from './accident.actions.js';

/** What is asked beside the accident. */
export class AccidentActionsQuery extends shape({
  facilityId: asked.uuid({
    optional: true,
    description:
      'The facility that you think of, for letters and care; those of the accident where it is left out',
  }),
}) {}

export const AccidentActionsController = actionsController(accidentActions, {
  name: 'AccidentActionsController',
  tag: 'accidents',
  path: 'accidents/:accidentId',
  what: 'with an accident',
  roles: OFFICE_AND_PLKK,
  asks: AccidentActionsQuery,
});
