import { type LocalDate, assertNever, stream, view } from '#kernel';
import type { Benefit, ReviewEvent } from './review.events.js';

/** A review that nobody has closed. */
export interface OpenReview {
  readonly reviewId: string;
  readonly correctedBy: readonly string[];
}

/** What was calculated for one participant, and what of it has to be looked at again. */
export interface ReviewsState {
  /** In the order in which they were calculated first. */
  readonly benefits: readonly Benefit[];
  readonly open: readonly OpenReview[];
  /** Ids of all reviews that were ever opened. */
  readonly known: readonly string[];
}

/** Folds a `review-<participantId>` stream. */
export const reviews = stream<ReviewsState, ReviewEvent>('review', {
  initial: { benefits: [], open: [], known: [] },
  evolve(state, event) {
    switch (event.type) {
      case 'BenefitListed':
        return { ...state, benefits: [...state.benefits, event.data.benefit] };
      case 'LateFactReviewOpened': {
        const { reviewId, correctedBy } = event.data;
        return {
          ...state,
          open: [...state.open, { reviewId, correctedBy }],
          known: [...state.known, reviewId],
        };
      }
      case 'LateFactReviewClosed':
        return { ...state, open: state.open.filter(({ reviewId }) => reviewId !== event.data.reviewId) };
      default:
        return assertNever(event, 'review event');
    }
  },
});

/** The reviews of a participant, and what each of them is of. */
export interface ReviewedBenefits extends ReviewsState {
  readonly benefitOf: Readonly<Record<string, Benefit>>;
}

/** The same streams as `reviews`, for whoever says what was found. */
export const reviewedBenefits = view<ReviewedBenefits, ReviewEvent>(reviews, {
  initial: { ...reviews.initial, benefitOf: {} },
  evolve({ benefitOf, ...state }, event) {
    const known = reviews.evolve(state, event);
    if (event.type !== 'LateFactReviewOpened') return { ...known, benefitOf };
    return { ...known, benefitOf: { ...benefitOf, [event.data.reviewId]: event.data.benefit } };
  },
});

/** The same streams again, for whoever asks since when there is a benefit: the day on which it was calculated or granted, by its id. */
export const benefitDays = view<Readonly<Record<string, LocalDate>>, ReviewEvent>(reviews, {
  initial: {},
  evolve: (days, event) =>
    event.type === 'BenefitListed' ? { ...days, [event.data.benefit.id]: event.data.effectiveOn } : days,
});
