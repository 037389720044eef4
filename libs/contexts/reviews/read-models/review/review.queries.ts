import { type Page, PastPageQuery, asked, orderedPage, shape, shownOf } from '#http';
import { query } from '#runtime';
import { RECEIVABLE_KINDS } from '../../domain/receivable.events.js';
import { ReceivableItem, ReviewItem } from './review.answers.js';
import {
  BY_OPENING,
  BY_RECORDING,
  RECEIVABLE_STATUSES,
  REVIEW_STATUSES,
  reviewReadModel,
} from './review.read-model.js';

export class ReviewListQuery extends shape(
  {
    status: asked.code(REVIEW_STATUSES, { optional: true }),
    benefitId: asked.uuid({ optional: true, description: 'Of this claim or scholarship' }),
  },
  PastPageQuery,
) {}

/** The longest open first. */
export const ListReviews = query(
  'ListReviews',
  reviewReadModel,
  ({ status, benefitId, limit, cursor }: ReviewListQuery, tables): Promise<Page<ReviewItem>> => {
    let rows = tables.selectFrom('reviews').selectAll();
    if (status) rows = rows.where('status', '=', status);
    if (benefitId) rows = rows.where('benefitId', '=', benefitId);
    return orderedPage(rows, BY_OPENING, { limit, cursor }, (row) => ({
      ...shownOf(ReviewItem, row),
      actions: `/participants/${row.participantId}/reviews/${row.reviewId}/actions`,
    }));
  },
);

export class ReceivableListQuery extends shape(
  {
    status: asked.code(RECEIVABLE_STATUSES, { optional: true }),
    kind: asked.code(RECEIVABLE_KINDS, { optional: true }),
    employerId: asked.uuid({ optional: true, description: 'That owes it, or to which it is owed' }),
    participantId: asked.uuid({ optional: true }),
  },
  PastPageQuery,
) {}

/** What has been owed for the longest time first. */
export const ListReceivables = query(
  'ListReceivables',
  reviewReadModel,
  (
    { status, kind, employerId, participantId, limit, cursor }: ReceivableListQuery,
    tables,
  ): Promise<Page<ReceivableItem>> => {
    let rows = tables.selectFrom('receivables').selectAll();
    if (status) rows = rows.where('status', '=', status);
    if (kind) rows = rows.where('kind', '=', kind);
    if (employerId) rows = rows.where('employerId', '=', employerId);
    if (participantId) rows = rows.where('participantId', '=', participantId);
    return orderedPage(rows, BY_RECORDING, { limit, cursor }, (row) => ({
      ...shownOf(ReceivableItem, row),
      actions: `/receivables/${row.receivableId}/actions`,
    }));
  },
);
