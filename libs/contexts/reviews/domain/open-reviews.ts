import { type CommandContext, derivedId } from '#kernel';
import type { LateFactReviewOpened } from './review.events.js';
import type { ReviewsState } from './review.js';

export interface OpenReviewsInput extends Pick<
  LateFactReviewOpened['data'],
  'participantId' | 'facts' | 'causeId' | 'correctedBy'
> {}

/**
 * Opens a review of everything that was calculated for the participant before a fact was corrected. What was only handed in
 * needs none: its calculation will know the fact.
 */
export function openReviews(
  input: OpenReviewsInput,
  { benefits, known }: ReviewsState,
  { today }: CommandContext,
): readonly LateFactReviewOpened[] {
  return benefits
    .map((benefit) => ({ benefit, reviewId: derivedId('late-fact-review', input.causeId, benefit.id) }))
    .filter(({ reviewId }) => !known.includes(reviewId))
    .map((one) => ({ type: 'LateFactReviewOpened', data: { ...input, ...one, effectiveOn: today } }));
}
