import type { Context } from '#runtime';
import { claims as claimStreams } from './domain/claim.js';
import { dockets } from './domain/docket.js';
import { ClaimsController } from './commands/claims.controller.js';
import { claimsContracts } from './published.js';
import { claimProjection } from './read-models/claim/claim.projection.js';
import { ClaimsQueriesController } from './read-models/claim/claims-queries.controller.js';

/** What is due after an accident or a death, and who decided it. */
export const claims: Context = {
  name: 'claims',
  streams: [claimStreams, dockets],
  commands: [ClaimsController],
  queries: [ClaimsQueriesController],
  readModels: [claimProjection],
  service: 'claim-projection',
  published: claimsContracts,
};
