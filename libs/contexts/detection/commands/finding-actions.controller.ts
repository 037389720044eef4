import { actionsController } from '#http';
import { findingActions } from './finding.actions.js';

export const FindingActionsController = actionsController(findingActions, {
  name: 'FindingActionsController',
  tag: 'findings',
  path: 'findings/:findingId',
  what: 'with a finding',
  roles: ['supervisor', 'auditor'],
});
