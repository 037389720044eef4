import type { Context } from '#runtime';
import { AssignmentsController } from './commands/assignments.controller.js';
import { DailyDeadlines } from './commands/daily-deadlines.js';
import { assignments } from './domain/assignment.js';
import { deadlineLooks } from './domain/deadline-look.js';
import { deadlines as deadlineStreams } from './domain/deadline.js';
import { DueDeadlines } from './domain/due-deadlines.js';
import { workRefusals } from './domain/refusals.js';
import { lapsedProposals } from './processes/lapsed-proposals.js';
import { lapsedWaits } from './processes/lapsed-waits.js';
import { deadlinesContracts } from './published.js';
import { deadlineReadModel } from './read-models/deadline/deadline.read-model.js';
import { StoredDueDeadlines } from './read-models/deadline/stored-due-deadlines.js';
import { WorkQueriesController } from './read-models/deadline/work-queries.controller.js';

/** What waits for whom and until when, and what was not done in its time. */
export const deadlines: Context = {
  name: 'deadlines',
  streams: [deadlineStreams, deadlineLooks, assignments],
  commands: [AssignmentsController],
  queries: [WorkQueriesController],
  rounds: [DailyDeadlines],
  processes: [lapsedProposals, lapsedWaits],
  readModels: [deadlineReadModel],
  app: 'claim-projection',
  beside: [deadlineReadModel],
  published: deadlinesContracts,
  refusals: [workRefusals],

  providers: [{ provide: DueDeadlines, useClass: StoredDueDeadlines }],
};
