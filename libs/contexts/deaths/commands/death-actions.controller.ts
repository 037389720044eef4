import { OFFICE, actionsController, asked, shape } from '#http';
import { deathActions } from './death.actions.js';

/** What is asked beside the participant. */
export class DeathActionsQuery extends shape({
  accidentId: asked.uuid({ optional: true, description: 'The accident that the death may have come from' }),
}) {}

export const DeathActionsController = actionsController(deathActions, {
  name: 'DeathActionsController',
  tag: 'participants',
  path: 'participants/:participantId/death',
  what: 'about where a death came from',
  roles: OFFICE,
  asks: DeathActionsQuery,
});
