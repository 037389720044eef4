import type { Context } from '#runtime';
import { DailyDeadlines } from './commands/daily-deadlines.js';
import { deadlineLooks } from './domain/deadline-look.js';
import { deadlines as deadlineStreams } from './domain/deadline.js';
import { DueDeadlines } from './domain/due-deadlines.js';
import { deadlinesContracts } from './published.js';
import { deadlineReadModel } from './read-models/deadline/deadline.read-model.js';
import { StoredDueDeadlines } from './read-models/deadline/stored-due-deadlines.js';
import { WorkQueriesController } from './read-models/deadline/work-queries.controller.js';

/** What waits for whom and until when, and what was not done in its time. */
export const deadlines: Context = {
  name: 'deadlines',
  streams: [deadlineStreams, deadlineLooks],
  queries: [WorkQueriesController],
  rounds: [DailyDeadlines],
  readModels: [deadlineReadModel],
  app: 'claim-projection',
  beside: [deadlineReadModel],
  published: deadlinesContracts,

  providers: [{ provide: DueDeadlines, useClass: StoredDueDeadlines }],
};
