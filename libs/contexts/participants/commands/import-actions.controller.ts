import { OFFICE, actionsController } from '#http';
import { importActions, memberFileActionsOf } from './import.actions.js';

export const ImportActionsController = actionsController(importActions, {
  name: 'ImportActionsController',
  tag: 'participants',
  path: 'imports/:importId',
  what: 'with the file of workers that a sponsor handed in',
  roles: OFFICE,
});

export const MemberFileActionsController = actionsController(memberFileActionsOf, {
  name: 'MemberFileActionsController',
  tag: 'memberships',
  path: 'employers/:employerId/member-files/:fileId',
  what: 'with a file of those who joined or left an employer',
  roles: OFFICE,
});
