import type { Context } from '#runtime';
import { PaperActionsController } from './commands/paper-actions.controller.js';
import { paperActions } from './commands/paper.actions.js';
import { PapersController } from './commands/papers.controller.js';
import { SweepPapers } from './commands/sweep-papers.js';
import { paperSweeps } from './domain/paper-sweep.js';
import { papers as paperStreams } from './domain/paper.js';
import { paperRefusals } from './domain/refusals.js';
import { UnnamedPapers } from './domain/unnamed-papers.js';
import { papersContracts } from './published.js';
import { paperReadModel } from './read-models/paper/paper.read-model.js';
import { PapersQueriesController } from './read-models/paper/papers-queries.controller.js';
import { StoredUnnamedPapers } from './read-models/paper/stored-unnamed-papers.js';

/** Papers that people hand in, as files that only their keys open. */
export const papers: Context = {
  name: 'papers',
  streams: [paperStreams, paperSweeps],
  commands: [PapersController, PaperActionsController],
  actions: [paperActions],
  queries: [PapersQueriesController],
  rounds: [SweepPapers],
  readModels: [paperReadModel],
  app: 'claim-projection',
  beside: [paperReadModel],
  published: papersContracts,
  refusals: [paperRefusals],
  providers: [{ provide: UnnamedPapers, useClass: StoredUnnamedPapers }],
};
