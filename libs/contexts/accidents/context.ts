import type { Context } from '#runtime';
import { accidents as accidentStreams } from './domain/accident.js';
import { AccidentsController } from './commands/accidents.controller.js';
import { CloseBilling, CloseBillingHandler } from './commands/close-billing.js';
import { accidentsContracts } from './published.js';
import { accidentProjection } from './read-models/accident/accident.projection.js';
import { AccidentsQueriesController } from './read-models/accident/accidents-queries.controller.js';

/** Work accidents, from the notice to stage II. */
export const accidents: Context = {
  name: 'accidents',
  streams: [accidentStreams],
  commands: [AccidentsController],
  processCommands: {
    CloseBilling: { command: CloseBilling, handler: CloseBillingHandler },
  },
  queries: [AccidentsQueriesController],
  readModels: [accidentProjection],
  service: 'claim-projection',
  published: accidentsContracts,
};
