import { OFFICE_AND_PLKK, actionsController } from '#http';
import { paperActions } from './paper.actions.js';

export const PaperActionsController = actionsController(paperActions, {
  name: 'PaperActionsController',
  tag: 'papers',
  path: 'papers/:paperId',
  what: 'with a paper that was handed in',
  roles: OFFICE_AND_PLKK,
});
