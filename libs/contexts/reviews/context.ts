import type { Context } from '#runtime';
import { ListBenefit } from './commands/list-benefit.js';
import { OpenReviews } from './commands/open-reviews.js';
import { ReviewsController } from './commands/reviews.controller.js';
import { reviewRefusals } from './domain/refusals.js';
import { reviews as reviewStreams } from './domain/review.js';
import { lateFacts } from './processes/late-facts.js';
import { reviewReadModel } from './read-models/review/review.read-model.js';
import { ReviewsQueriesController } from './read-models/review/reviews-queries.controller.js';

/** What has to be looked at again because a fact on which it rests was corrected late. */
export const reviews: Context = {
  name: 'reviews',
  streams: [reviewStreams],
  commands: [ReviewsController],
  queries: [ReviewsQueriesController],
  processes: [lateFacts],
  processCommands: {
    ListBenefit,
    OpenReviews,
  },
  readModels: [reviewReadModel],
  app: 'claim-projection',
  refusals: [reviewRefusals],
};
