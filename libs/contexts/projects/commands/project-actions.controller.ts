import { OFFICE, actionsController } from '#http';
import { projectActions } from './project.actions.js';

export const ProjectActionsController = actionsController(projectActions, {
  name: 'ProjectActionsController',
  tag: 'projects',
  path: 'projects/:projectId',
  what: 'with a construction project',
  roles: OFFICE,
});
