import { type CommandContext, derivedId } from '#kernel';
import type { Benefit, LateFactReviewOpened } from './review.events.js';
import type { ReviewsState } from './review.js';

export interface OpenReviewsInput extends Pick<
  LateFactReviewOpened['data'],
  'participantId' | 'facts' | 'causeId' | 'correctedBy'
> {
  /** Only this one is concerned; else everything that was calculated. */
  readonly benefit?: Benefit;
}

/**
 * Opens a review of everything that was calculated for the participant before a fact was corrected. What was only handed in
 * needs none: its calculation will know the fact.
 */
export function openReviews(
  { benefit: concerned, ...input }: OpenReviewsInput,
  { benefits, known }: ReviewsState,
  { today }: CommandContext,
): readonly LateFactReviewOpened[] {
  return (concerned ? [concerned] : benefits)
    .map((benefit) => ({ benefit, reviewId: derivedId('late-fact-review', input.causeId, benefit.id) }))
    .filter(({ reviewId }) => !known.includes(reviewId))
    .map((one) => ({ type: 'LateFactReviewOpened', data: { ...input, ...one, effectiveOn: today } }));
}
