import type { Context } from '#runtime';
import { DailyDetection } from './commands/daily-detection.js';
import { FindingActionsController } from './commands/finding-actions.controller.js';
import { findingActions } from './commands/finding.actions.js';
import { FindingsController } from './commands/findings.controller.js';
import { detectionLooks } from './domain/detection-look.js';
import { FactsOfLog } from './domain/facts-of-log.js';
import { findings } from './domain/finding.js';
import { findingRefusals } from './domain/refusals.js';
import { doubts } from './processes/doubts.js';
import { detectionContracts } from './published.js';
import { evidenceReadModel } from './read-models/evidence/evidence.read-model.js';
import { StoredFacts } from './read-models/evidence/stored-facts.js';
import { findingReadModel } from './read-models/finding/finding.read-model.js';
import { FindingsQueriesController } from './read-models/finding/findings-queries.controller.js';

/** Patterns in what is recorded that somebody should look at, and what became of them. */
export const detection: Context = {
  name: 'detection',
  streams: [findings, detectionLooks],
  commands: [FindingsController, FindingActionsController],
  actions: [findingActions],
  queries: [FindingsQueriesController],
  rounds: [DailyDetection],
  processes: [doubts],
  readModels: [evidenceReadModel, findingReadModel],
  app: 'claim-projection',
  beside: [evidenceReadModel],
  published: detectionContracts,
  refusals: [findingRefusals],
  providers: [{ provide: FactsOfLog, useClass: StoredFacts }],
};
