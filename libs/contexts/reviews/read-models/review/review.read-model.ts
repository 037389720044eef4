import { category, change, newRow, put, readModel } from '#followers';
import { day, index, json, ordering, table, text, uuid } from '#postgres';
import type { Benefit, LateFact, ReviewEvent, ReviewOutcome } from '../../domain/review.events.js';

/** Whether a review waits for somebody. */
export const REVIEW_STATUSES = ['OPEN', 'CLOSED'] as const;

export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const reviews = table(
  'reviews',
  {
    reviewId: uuid().key(),
    participantId: uuid(),
    benefitKind: text<Benefit['kind']>(),
    benefitId: uuid(),
    facts: json<readonly LateFact[]>(),
    status: text<ReviewStatus>(),
    openedOn: day(),
    outcome: text<ReviewOutcome>().nullable(),
    closerId: text().nullable(),
    closedOn: day().nullable(),
  },
  {
    indexes: [
      index('reviews_by_opening', ['openedOn', 'reviewId']),
      index('reviews_by_status', ['status', 'openedOn', 'reviewId']),
      index('reviews_by_benefit', ['benefitId', 'openedOn', 'reviewId']),
    ],
  },
);

/** The longest open first. */
export const BY_OPENING = ordering(reviews, ['openedOn', 'reviewId']);

/** What has to be looked at again because a fact was corrected late. */
export const reviewReadModel = readModel({
  name: 'review',
  version: 1,
  own: [category<ReviewEvent>('review')],
  tables: { reviews },
  on: {
    BenefitListed: 'passed over',
    LateFactReviewOpened: ({ data }) => [
      put(reviews, {
        ...newRow(reviews, data),
        benefitKind: data.benefit.kind,
        benefitId: data.benefit.id,
        status: 'OPEN' as const,
        openedOn: data.effectiveOn,
      }),
    ],
    LateFactReviewClosed: ({ data: { reviewId, outcome, closerId, effectiveOn: closedOn } }) => [
      change(reviews, reviewId, (row) => ({
        ...row,
        status: 'CLOSED' as const,
        outcome,
        closerId,
        closedOn,
      })),
    ],
  },
});
