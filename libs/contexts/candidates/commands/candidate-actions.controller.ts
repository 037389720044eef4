import { OFFICE, actionsController } from '#http';
import { candidateActions } from './candidate.actions.js';

export const CandidateActionsController = actionsController(candidateActions, {
  name: 'CandidateActionsController',
  tag: 'candidates',
  path: 'candidates/:participantId',
  what: 'with somebody who may be registered',
  roles: OFFICE,
});
