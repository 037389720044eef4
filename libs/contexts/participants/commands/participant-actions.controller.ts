import { OFFICE, actionsController } from '#http';
import { participantActions } from './participant.actions.js';

export const ParticipantActionsController = actionsController(participantActions, {
  name: 'ParticipantActionsController',
  tag: 'participants',
  path: 'participants/:participantId',
  what: 'with what others entered late of a participant',
  roles: OFFICE,
});
