import type { Context } from '#runtime';
import { FacilityActionsController } from './commands/facility-actions.controller.js';
import { facilityActions } from './commands/facility.actions.js';
import { AgreementsController } from './commands/facility-agreements.controller.js';
import { LapsePlkkProposal } from './commands/lapse-proposal.js';
import { FacilityProposalsController } from './commands/facility-proposals.controller.js';
import { FacilitiesController } from './commands/facilities.controller.js';
import { facilities } from './domain/facility.js';
import { facilityRefusals } from './domain/refusals.js';
import { providersContracts } from './published.js';
import { facilityReadModel } from './read-models/facility/facility.read-model.js';
import { FacilitiesQueriesController } from './read-models/facility/facilities-queries.controller.js';

/** Health facilities, and when each of them is a PLKK. */
export const providers: Context = {
  name: 'providers',
  streams: [facilities],
  commands: [
    AgreementsController,
    FacilitiesController,
    FacilityActionsController,
    FacilityProposalsController,
  ],
  actions: [facilityActions],
  processCommands: { LapsePlkkProposal },
  queries: [FacilitiesQueriesController],
  readModels: [facilityReadModel],
  app: 'participant-projection',
  published: providersContracts,
  refusals: [facilityRefusals],
};
