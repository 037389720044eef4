import { paymentCorrectionRefusals } from '#kernel';
import type { Context } from '#runtime';
import { ProjectActionsController } from './commands/project-actions.controller.js';
import { projectActions } from './commands/project.actions.js';
import { ProjectCorrectionsController } from './commands/project-corrections.controller.js';
import { ProjectsController } from './commands/projects.controller.js';
import { projects as projectStreams } from './domain/project.js';
import { projectRefusals } from './domain/refusals.js';
import { projectReadModel } from './read-models/project/project.read-model.js';
import { ProjectsQueriesController } from './read-models/project/projects-queries.controller.js';
import { projectsContracts } from './published.js';

/** Construction projects (JAKON): what they owe and pay, and from when to when they cover whoever builds. */
export const projects: Context = {
  name: 'projects',
  streams: [projectStreams],
  commands: [ProjectCorrectionsController, ProjectsController, ProjectActionsController],
  actions: [projectActions],
  queries: [ProjectsQueriesController],
  readModels: [projectReadModel],
  app: 'participant-projection',
  published: projectsContracts,
  refusals: [projectRefusals, paymentCorrectionRefusals],
};
