import { Rejection, rupiah } from '#kernel';
import { type AnyActionTable, action, actionsOn, attempt } from '#runtime';
import { reviewRefusals } from '../domain/refusals.js';
import { REVIEW_OUTCOMES, type ReviewOutcome } from '../domain/review.events.js';
import { type ReviewedBenefits, reviewedBenefits } from '../domain/review.js';
import { CloseReview } from './close-review.js';
import { ReviewsController } from './reviews.controller.js';

/** Too much cannot have been paid without an amount. */
const foundBy = (outcome: ReviewOutcome) =>
  outcome === 'TOO_MUCH_WAS_PAID'
    ? { found: [{ kind: 'PAID_TOO_MUCH' as const, amountIdr: rupiah(1) }] }
    : {};

/** Everything that can be done with one of the reviews of a participant. What is open of it, the command says. */
export const reviewActionsOf = (reviewId: string) =>
  actionsOn(
    reviewedBenefits,
    'participantId',
    {
      params: { reviewId },
      known({ known }: ReviewedBenefits) {
        if (!known.includes(reviewId)) throw new Rejection(reviewRefusals.REVIEW_NOT_FOUND());
      },
    },
    [
      action(
        'close-review',
        ReviewsController,
        'close',
        ({ id: participantId }) =>
          REVIEW_OUTCOMES.map((outcome) =>
            attempt(CloseReview, { participantId, reviewId, outcome, ...foundBy(outcome) }, outcome),
          ),
        'outcome',
      ),
    ],
  );

/** Any of them, for code that lists what can be done. */
export const reviewActions: AnyActionTable = reviewActionsOf('');
