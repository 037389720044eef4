import type { Context } from '#runtime';
import { OfficerActionsController } from './commands/officer-actions.controller.js';
import { officerActions } from './commands/officer.actions.js';
import { StaffController } from './commands/staff.controller.js';
import { officers } from './domain/officer.js';
import { staffRefusals } from './domain/refusals.js';
import { staffContracts } from './published.js';
import { officerReadModel } from './read-models/officer/officer.read-model.js';
import { StaffQueriesController } from './read-models/officer/staff-queries.controller.js';

/** Who works at which office, who is away and who stands in, and who decides for another branch. */
export const staff: Context = {
  name: 'staff',
  streams: [officers],
  commands: [StaffController, OfficerActionsController],
  actions: [officerActions],
  queries: [StaffQueriesController],
  readModels: [officerReadModel],
  app: 'participant-projection',
  published: staffContracts,
  refusals: [staffRefusals],
};
