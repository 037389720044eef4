import type { Context } from '#runtime';
import { OpeningsController } from './commands/openings.controller.js';
import { openings } from './domain/opening.js';
import { openingRefusals } from './domain/refusals.js';
import { auditsContracts } from './published.js';
import { logIndex } from './read-models/log-index/log-index.js';
import { openingReadModel } from './read-models/opening/opening.read-model.js';
import { OpeningsQueriesController } from './read-models/opening/openings-queries.controller.js';

/** What auditors look at: where everything that was recorded stands, what followed from what, and who had sealed data opened. */
export const audits: Context = {
  name: 'audits',
  streams: [openings],
  commands: [OpeningsController],
  queries: [OpeningsQueriesController],
  readModels: [logIndex, openingReadModel],
  app: 'claim-projection',
  published: auditsContracts,
  refusals: [openingRefusals],
};
