import type { Context } from '#runtime';
import { receivableActions } from './commands/receivable.actions.js';
import { reviewActions } from './commands/review.actions.js';
import { ListBenefit } from './commands/list-benefit.js';
import { ListReliance } from './commands/list-reliance.js';
import { NoteEmployerFact } from './commands/note-employer-fact.js';
import { OpenReviews } from './commands/open-reviews.js';
import { ReceivablesController } from './commands/receivables.controller.js';
import { EndReceivable, RecordReceivable } from './commands/receivables.js';
import { ReceivableActionsController } from './commands/receivable-actions.controller.js';
import { ReviewActionsController } from './commands/review-actions.controller.js';
import { ReviewsController } from './commands/reviews.controller.js';
import { receivables } from './domain/receivable.js';
import { reviewRefusals } from './domain/refusals.js';
import { reliances } from './domain/reliance.js';
import { reviews as reviewStreams } from './domain/review.js';
import { employerFacts } from './processes/employer-facts.js';
import { lateFacts } from './processes/late-facts.js';
import { namedAccounts } from './processes/named-accounts.js';
import { recoveries } from './processes/receivables.js';
import { ReceivablesQueriesController } from './read-models/review/receivables-queries.controller.js';
import { reviewReadModel } from './read-models/review/review.read-model.js';
import { ReviewsQueriesController } from './read-models/review/reviews-queries.controller.js';
import { reviewsContracts } from './published.js';

/** What has to be looked at again because a fact on which it rests was corrected late. */
export const reviews: Context = {
  name: 'reviews',
  streams: [reviewStreams, reliances, receivables],
  commands: [ReceivablesController, ReviewsController, ReviewActionsController, ReceivableActionsController],
  actions: [receivableActions, reviewActions],
  queries: [ReceivablesQueriesController, ReviewsQueriesController],
  processes: [lateFacts, employerFacts, namedAccounts, recoveries],
  processCommands: {
    EndReceivable,
    ListBenefit,
    ListReliance,
    NoteEmployerFact,
    OpenReviews,
    RecordReceivable,
  },
  readModels: [reviewReadModel],
  app: 'claim-projection',
  published: reviewsContracts,
  refusals: [reviewRefusals],
};
