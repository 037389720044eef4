import { type CommandContext, Rejection } from '#kernel';
import { reviewRefusals } from './refusals.js';
import type { LateFactReviewClosed, ReviewOutcome } from './review.events.js';
import type { ReviewsState } from './review.js';

export interface CloseReviewInput {
  readonly participantId: string;
  readonly reviewId: string;
  readonly outcome: ReviewOutcome;
}

/**
 * Says what was found (peninjauan selesai).
 * @throws Rejection `REVIEW_NOT_FOUND`, `REVIEW_CLOSED`, `CORRECTED_BY_YOU`
 */
export function closeReview(
  input: CloseReviewInput,
  { open, known }: ReviewsState,
  { actor, today }: CommandContext,
): readonly LateFactReviewClosed[] {
  if (!known.includes(input.reviewId)) throw new Rejection(reviewRefusals.REVIEW_NOT_FOUND());
  const review = open.find(({ reviewId }) => reviewId === input.reviewId);
  if (!review) throw new Rejection(reviewRefusals.REVIEW_CLOSED());
  if (review.correctedBy.includes(actor.id)) throw new Rejection(reviewRefusals.CORRECTED_BY_YOU());
  return [{ type: 'LateFactReviewClosed', data: { ...input, closerId: actor.id, effectiveOn: today } }];
}
