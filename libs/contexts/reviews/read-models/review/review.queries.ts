import { type Page, PageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { query } from '#runtime';
import { ReviewItem } from './review.answers.js';
import { BY_OPENING, REVIEW_STATUSES, reviewReadModel } from './review.read-model.js';

export class ReviewListQuery extends shape(
  {
    status: asked.code(REVIEW_STATUSES, { optional: true }),
    benefitId: asked.uuid({ optional: true, description: 'Of this claim or scholarship' }),
  },
  PageQuery,
) {}

/** The longest open first. */
export const ListReviews = query(
  'ListReviews',
  reviewReadModel,
  ({ status, benefitId, limit, cursor }: ReviewListQuery, tables): Promise<Page<ReviewItem>> => {
    let rows = tables.selectFrom('reviews').selectAll();
    if (status) rows = rows.where('status', '=', status);
    if (benefitId) rows = rows.where('benefitId', '=', benefitId);
    return orderedPage(rows, BY_OPENING, { limit, cursor }, (row) => shownOf(ReviewItem, row));
  },
);
