import type { Context } from '#runtime';
import { MonthlySampling } from './commands/sampling-round.js';
import { SampleActionsController } from './commands/sample-actions.controller.js';
import { sampleActions } from './commands/sample.actions.js';
import { SamplesController } from './commands/samples.controller.js';
import { DecisionsOfMonth } from './domain/decisions-of-month.js';
import { qualityRefusals } from './domain/refusals.js';
import { samples } from './domain/sample.js';
import { samplings } from './domain/sampling.js';
import { findings } from './processes/findings.js';
import { qualityContracts } from './published.js';
import { QualityQueriesController } from './read-models/sample/quality-queries.controller.js';
import { sampleReadModel } from './read-models/sample/sample.read-model.js';
import { StoredDecisions } from './read-models/sample/stored-decisions.js';

/** Which decisions are looked at again by another branch, and what that finds. */
export const quality: Context = {
  name: 'quality',
  streams: [samplings, samples],
  commands: [SamplesController, SampleActionsController],
  actions: [sampleActions],
  queries: [QualityQueriesController],
  rounds: [MonthlySampling],
  processes: [findings],
  readModels: [sampleReadModel],
  app: 'claim-projection',
  beside: [sampleReadModel],
  published: qualityContracts,
  refusals: [qualityRefusals],
  providers: [{ provide: DecisionsOfMonth, useClass: StoredDecisions }],
};
