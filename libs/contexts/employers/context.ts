import type { Context } from '#runtime';
import { EmployerActionsController } from './commands/employer-actions.controller.js';
import { employerActions } from './commands/employer.actions.js';
import { EmployersController } from './commands/employers.controller.js';
import { employers as employerStreams } from './domain/employer.js';
import { employerRefusals } from './domain/refusals.js';
import { employerReadModel } from './read-models/employer/employer.read-model.js';
import { EmployersQueriesController } from './read-models/employer/employers-queries.controller.js';
import { employersContracts } from './published.js';

/** Who employs wage earners: their class of risk and their size, from day to day. */
export const employers: Context = {
  name: 'employers',
  streams: [employerStreams],
  commands: [EmployersController, EmployerActionsController],
  actions: [employerActions],
  queries: [EmployersQueriesController],
  readModels: [employerReadModel],
  app: 'participant-projection',
  published: employersContracts,
  refusals: [employerRefusals],
};
