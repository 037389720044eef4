import { OFFICE, actionsController } from '#http';
import { correctionActionsOf, reversalActionsOf } from './correction.actions.js';

export const CorrectionActionsController = actionsController(correctionActionsOf, {
  name: 'CorrectionActionsController',
  tag: 'corrections',
  path: 'participants/:participantId/corrections/:correctionId',
  what: 'with a correction that waits for a second person',
  roles: OFFICE,
});

export const ReversalActionsController = actionsController(reversalActionsOf, {
  name: 'ReversalActionsController',
  tag: 'corrections',
  path: 'participants/:participantId/contributions/reversals/:correctionId',
  what: 'with a payment that somebody asked to take back',
  roles: OFFICE,
});
