import type { Context } from '#runtime';
import { scholarshipActions } from './commands/scholarship.actions.js';
import { scholarships as scholarshipStreams } from './domain/scholarship.js';
import { scholarshipRefusals } from './domain/refusals.js';
import { ScholarshipActionsController } from './commands/scholarship-actions.controller.js';
import { ScholarshipsController } from './commands/scholarships.controller.js';
import { EndEntitlement } from './commands/end-entitlement.js';
import { GrantScholarship } from './commands/grant-scholarship.js';
import { GrantLateScholarship } from './commands/grant-late-scholarship.js';
import { scholarshipGrants } from './processes/scholarship-grants.js';
import { lateChildren } from './processes/late-children.js';
import { scholarshipsContracts } from './published.js';
import { scholarshipReadModel } from './read-models/scholarship/scholarship.read-model.js';
import { ScholarshipsQueriesController } from './read-models/scholarship/scholarships-queries.controller.js';

/** Which children have a right, year by year. */
export const scholarships: Context = {
  name: 'scholarships',
  streams: [scholarshipStreams],
  commands: [ScholarshipsController, ScholarshipActionsController],
  actions: [scholarshipActions],
  queries: [ScholarshipsQueriesController],
  processes: [scholarshipGrants, lateChildren],
  processCommands: {
    GrantScholarship,
    GrantLateScholarship,
    EndEntitlement,
  },
  readModels: [scholarshipReadModel],
  app: 'scholarship-projection',
  published: scholarshipsContracts,
  refusals: [scholarshipRefusals],
};
